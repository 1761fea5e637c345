/** Which of two texts tells of so many. */
export function amountOf(amount: number): 'one' | 'many' {
  return amount === 1 ? 'one' : 'many';
}
