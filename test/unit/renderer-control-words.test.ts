import { describe, expect, it } from 'vitest';
import { controlWords, englishControls } from '../../renderer/text/control-words.ts';
import { controls } from '../../renderer/text/fa/controls.ts';

const day = { date: '۳ تیر ۱۴۰۵', dateRange: '۳ تا ۷ تیر' };
const inLocale = (locale: string) => {
  const words = controlWords();
  return (part: string, key: string, args = {}) => words[part]?.[key]?.(args, { locale });
};

describe('the words of the controls', () => {
  it('are Persian among Persian controls, whatever calendar and digits are asked for, and English among English ones', () => {
    const persian = inLocale('fa-IR-u-ca-persian-nu-arabext');
    expect(persian('@react-aria/calendar', 'todayDate', day)).toBe('امروز، ۳ تیر ۱۴۰۵');
    expect(persian('@react-aria/calendar', 'startRangeSelectionPrompt')).toMatch(
      /^[\p{Script=Arabic}\p{P}\s\u200c]+$/u,
    );
    expect(persian('@react-aria/datepicker', 'minute')).toBe('دقیقه');
    const other = inLocale('en-GB-u-ca-persian-nu-latn');
    expect(other('@react-aria/calendar', 'todayDate', { date: '3 Tir' })).toBe('Today, 3 Tir');
    expect(other('@react-aria/overlays', 'dismiss')).toBe('Dismiss');
  });

  it('have a Persian word for every English one of the controls that are used, and leave nothing else without a word', () => {
    for (const [part, words] of Object.entries(controls)) {
      expect([part, Object.keys(words).sort()]).toEqual([part, Object.keys(englishControls[part] ?? {}).sort()]);
      for (const word of Object.values(words)) {
        const said = typeof word === 'string' ? word : word({ ...day, startDate: '۱', endDate: '۲' });
        expect(said).toMatch(/\p{Script=Arabic}/u);
        expect(said).not.toMatch(/[يك]/);
      }
    }
    expect(inLocale('fa-IR')('@react-aria/tree', 'expand')).toBe('Expand');
    expect(Object.keys(controlWords()).sort()).toEqual(Object.keys(englishControls).sort());
  });
});
