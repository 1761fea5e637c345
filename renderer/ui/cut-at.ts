/** A text cut at its marks, which may touch or overlap. */
export function cutAt(
  text: string,
  marks: readonly (readonly [start: number, end: number])[],
): readonly { readonly text: string; readonly marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = [];
  let place = 0;
  for (const [start, end] of [...marks].sort(([one], [other]) => one - other)) {
    if (start > place) pieces.push({ text: text.slice(place, start), marked: false });
    if (end > place) pieces.push({ text: text.slice(Math.max(start, place), end), marked: true });
    place = Math.max(place, end);
  }
  if (place < text.length) pieces.push({ text: text.slice(place), marked: false });
  return pieces;
}
