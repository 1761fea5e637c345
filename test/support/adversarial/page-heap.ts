import type { Page } from '@playwright/test';
import { formsOf } from '../text-forms.ts';

/** Which of the texts lie, in any of their forms, in what the page keeps in its memory. */
export async function heapHolding(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const heap = chunks.join('');
  return texts.filter((text) => formsOf(text).some((form) => heap.includes(form)));
}
