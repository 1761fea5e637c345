import { expect, test } from 'vitest';
import { laterView, loadAhead } from '../../renderer/later-view.tsx';

const Nothing = () => null;

test('a part that cannot be read ahead keeps nothing else from being shown, and is read again when it is wanted', async () => {
  let readings = 0;
  const broken = laterView(async () => {
    readings += 1;
    if (readings === 1) throw new Error('the file cannot be read');
    return Nothing;
  });
  let whole = false;
  const slow = laterView(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    whole = true;
    return Nothing;
  });
  await loadAhead([broken, slow]);
  expect(whole).toBe(true);
  await broken.load();
  expect(readings).toBe(2);
});
