import { expect, it } from 'vitest';
import { createDirectoryClient } from '../../electron/pbx/directory-client.ts';
import { parsePbxAddress } from '../../electron/pbx/pbx-address.ts';
import { succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';

const everyone = Array.from({ length: 450 }, (_, at) => ({ name: `P${at}`, number: String(1000 + at) }));

/** A PBX that answers for a page with these rows. */
function reading(pageOf: (start: number, count: number) => { data: unknown; pagination?: unknown }) {
  const address = parsePbxAddress('https://pbx.example', { allowPlainHttp: false, ownListener: null });
  if (!address.ok) throw new Error(address.error.code);
  const starts: number[] = [];
  const call = async (_: string, body: unknown) => {
    const { pagination } = body as { pagination: { start: number; count: number } };
    starts.push(pagination.start);
    return { ok: true as const, data: pageOf(pagination.start, pagination.count), date: null };
  };
  const client = createDirectoryClient(() =>
    succeed({ address: address.value, settings: defaultSettings.pbx, call, stream: call }),
  );
  return { client, starts };
}

it('contacts of a PBX that does not say how many there are are read to the last page', async () => {
  const { client, starts } = reading((start, count) => ({ data: everyone.slice(start, start + count) }));
  const read = await client.listContacts(() => undefined);
  expect(read.ok && read.value.map(({ number }) => number)).toEqual(everyone.map(({ number }) => number));
  expect(starts).toEqual([0, 200, 400, 450]);
});

it('those of one that knows no pages are read once', async () => {
  const { client, starts } = reading(() => ({ data: everyone }));
  const read = await client.listContacts(() => undefined);
  expect(read.ok && read.value).toHaveLength(450);
  expect(starts).toHaveLength(2);
});

it('one that says how many there are is not asked for more', async () => {
  const { client, starts } = reading((start, count) => ({
    data: everyone.slice(start, start + count),
    pagination: { total: everyone.length },
  }));
  await client.listContacts(() => undefined);
  expect(starts).toEqual([0, 200, 400]);
});
