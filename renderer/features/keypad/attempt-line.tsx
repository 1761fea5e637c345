import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { useWords } from '../../text/use-words.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { LastCallTime } from './last-call-time.tsx';
import { TryToday } from './try-today.tsx';

/** What the agent should know before calling a number again: which try of today this is, when the last was and how it ended. */
export function AttemptLine({ known }: { readonly known: CalledNumber }) {
  const { t, style } = useWords();
  const nowMs = useNow(60_000);
  const { triesToday, lastAtMs, ending } = known;
  const open = { skipInterpolation: true } as const;
  const when = <LastCallTime atMs={lastAtMs} nowMs={nowMs} within />;
  return (
    <>
      {triesToday === 0 ? null : (
        <>
          <TryToday triesBefore={triesToday} />
          {' · '}
        </>
      )}
      {ending === null ? (
        <Sentence text={t('keypad.lastCall', open)} parts={{ when }} />
      ) : (
        <Sentence
          text={t('keypad.lastCallEnded', open)}
          parts={{
            when,
            outcome: t(`disposition.${ending}`).toLocaleLowerCase(style.language),
          }}
        />
      )}
    </>
  );
}
