import { z } from 'zod';
import { fitsLimits } from '../../../electron/ipc/payload-limits.ts';
import { type RequestChannel, requestChannels } from '../../../shared/ipc/channels.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { seededRandom } from '../seeded-random.ts';

/** A value as plain JSON, so that it can be told to a page; `{ $: kind, size }` stands for what JSON has no form for. */
export type Recipe = null | boolean | number | string | readonly Recipe[] | { readonly [key: string]: Recipe };

export interface HostileRequest {
  readonly channel: RequestChannel;
  readonly recipe: Recipe;
}

/** Needs nothing from around it: its source is told to the page. */
export function revive(recipe: unknown): unknown {
  if (typeof recipe !== 'object' || recipe === null) return recipe;
  if (Array.isArray(recipe)) return recipe.map(revive);
  const { $: kind, size = 1 } = recipe as { readonly $?: string; readonly size?: number };
  const cycle: Record<string, unknown> = {};
  let nested: unknown = 1;
  switch (kind) {
    case undefined:
      return Object.fromEntries(Object.entries(recipe).map(([key, value]) => [key, revive(value)]));
    case 'undefined':
      return undefined;
    case 'nan':
      return Number.NaN;
    case 'infinity':
      return Number.NEGATIVE_INFINITY;
    case 'bigint':
      return 2n ** 70n;
    case 'date':
      return new Date(Number.NaN);
    case 'map':
      return new Map([['destination', '09120000001']]);
    case 'set':
      return new Set(['09120000001']);
    case 'error':
      return new Error('an error');
    case 'pattern':
      return /(a+)+$/;
    case 'bytes':
      return new Uint8Array(size);
    case 'buffer':
      return new ArrayBuffer(size);
    case 'sparse':
      return new Array(size);
    case 'text':
      return 'x'.repeat(size);
    case 'list':
      return Array.from({ length: size }, () => 0);
    case 'fields':
      return Object.fromEntries(Array.from({ length: size }, (_, at) => [`k${at}`, at]));
    case 'polluting':
      return JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    case 'getter':
      return Object.defineProperty({}, 'destination', { enumerable: true, get: () => '09120000001' });
    case 'function':
      return () => '09120000001';
    case 'cycle':
      cycle['self'] = cycle;
      return cycle;
    case 'deep':
      for (let level = 0; level < size; level += 1) nested = level % 2 === 0 ? [nested] : { nested };
      return nested;
    default:
      throw new Error(`Nobody knows how to make a ${kind}`);
  }
}

/** Such large ones take the time that copying them takes, whoever looks at them: they are asked apart. */
export const largeRecipes: readonly Recipe[] = [
  { $: 'text', size: 50 * 1024 * 1024 },
  { destination: { $: 'text', size: 50 * 1024 * 1024 }, trunkName: null },
  { $: 'list', size: 1_000_000 },
  { $: 'bytes', size: 50 * 1024 * 1024 },
  { $: 'fields', size: 200_000 },
];

/** Requests that no schema takes, drawn by a seed: hostile values, and requests as they should be with one hostile value in them. */
export function hostileRequests(count: number, seed: number): readonly HostileRequest[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const sound = new Map(requestChannels.map((channel) => [channel, soundInput(contract[channel].input)]));
  const requests: HostileRequest[] = [];
  for (let at = 0; requests.length < count; at += 1) {
    const channel = requestChannels[at % requestChannels.length] ?? 'app:snapshot';
    const value = hostileValue(below, 3);
    const recipe = below(3) === 0 ? value : spoiled(sound.get(channel) ?? {}, value, below);
    if (isRefused(channel, recipe)) requests.push({ channel, recipe });
  }
  return requests;
}

/** What the router would say of it, had it come through unchanged; one that is taken would do what it asks for. */
function isRefused(channel: RequestChannel, recipe: Recipe): boolean {
  const value = revive(recipe);
  return !fitsLimits(value) || !contract[channel].input.safeParse(value).success;
}

function hostileValue(below: (limit: number) => number, depth: number): Recipe {
  const inner = () => hostileValue(below, depth - 1);
  const small = 1 + below(4000);
  const values: readonly (() => Recipe)[] = [
    ...['undefined', 'nan', 'infinity', 'bigint', 'date', 'map', 'set', 'error', 'pattern', 'polluting', 'getter'].map(
      (kind) => () => ({ $: kind }),
    ),
    () => ({ $: 'function' }),
    () => ({ $: 'cycle' }),
    () => ({ $: 'bytes', size: small }),
    () => ({ $: 'buffer', size: small }),
    () => ({ $: 'sparse', size: 1 + below(100_000) }),
    () => ({ $: 'text', size: 1 + below(100_000) }),
    () => ({ $: 'list', size: 1 + below(10_000) }),
    () => ({ $: 'fields', size: small }),
    () => ({ $: 'deep', size: 1 + below(900) }),
    () => null,
    () => true,
    () => below(2) * -1e21,
    () => below(1e9) + 0.5,
    () => '',
    () => '\u0000',
    () => '\ud800 half a letter',
    () => '\u202e09120000001',
    () => '../../../../etc/passwd',
    () => "'; DROP TABLE calls; --",
    () => '__proto__',
    () => 'x'.repeat(1 + below(20_000)),
    () => [],
    () => ({}),
    () => (depth > 0 ? [inner(), inner()] : []),
    () => (depth > 0 ? { [`key${below(9)}`]: inner(), id: inner() } : {}),
  ];
  return values[below(values.length)]?.() ?? null;
}

/** The same request with one of its values exchanged, or one more in it. */
function spoiled(sound: Recipe, value: Recipe, below: (limit: number) => number): Recipe {
  if (typeof sound !== 'object' || sound === null || Array.isArray(sound) || '$' in sound) return value;
  const entries = Object.entries(sound);
  const chosen = below(entries.length + 1);
  if (chosen === entries.length) return { ...sound, nobodyKnows: value };
  const [key, before] = entries[chosen] ?? ['', null];
  return { ...sound, [key]: below(2) === 0 ? value : spoiled(before, value, below) };
}

/** Any input of that form; what a schema demands beyond forms is of no account here. */
function soundInput(schema: z.ZodType): Recipe {
  return example(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
}

function example(schema: z.core.JSONSchema._JSONSchema): Recipe {
  if (typeof schema === 'boolean') return null;
  if (schema.const !== undefined) return schema.const as Recipe;
  if (schema.enum?.[0] !== undefined) return schema.enum[0] as Recipe;
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return example(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, example(value)]));
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'number':
    case 'integer':
      return 1;
    case 'string':
      return '1';
    default:
      return null;
  }
}
