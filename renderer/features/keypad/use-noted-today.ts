import { useDialFindings } from '../../stores/dial-findings.ts';
import { useKeypad } from '../../stores/keypad.ts';
import { useOutcomeName } from '../after-call/use-work.ts';

/** Outcome and note of the last call of today with the typed number; empty: nothing was written down. */
export function useNotedToday(): string {
  const text = useKeypad((store) => store.text);
  const name = useOutcomeName();
  const noted = useDialFindings(({ of, findings }) =>
    of?.destination === text ? (findings.find(({ kind }) => kind === 'noted-today') ?? null) : null,
  );
  if (noted?.kind !== 'noted-today') return '';
  const outcome = noted.outcome === null ? '' : name(noted.outcome);
  return [outcome, noted.note.trim()].filter((part) => part !== '').join(': ');
}
