/** More numbers nobody calls back, and nobody reads: they are told as more than that, and not counted. */
export const mostMissed = 500;

export function missedInWords(numbers: number): string {
  return numbers > mostMissed ? `${mostMissed}+` : String(numbers);
}
