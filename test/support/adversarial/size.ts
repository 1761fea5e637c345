/** The whole sizes take an hour; the small ones are part of every run of the tests. `npm run test:adversarial -- --full` asks for the whole. */
export const whole = process.env['DIALDESK_ADVERSARIAL'] === 'full';

export const sized = (small: number, full: number): number => (whole ? full : small);

/** The same for every run, unless one is given to look elsewhere. It stands in the title of each test that draws from it. */
export const seed = Number(process.env['DIALDESK_SEED'] ?? 7);
