import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';

/** A number that a link or the command line asks for while there is no keypad yet. */
export function AskedWaits() {
  const { t, number } = useWords();
  const asked = useSnapshot((state) => state.asked);
  if (asked?.kind !== 'number') return null;
  return (
    <Note
      tone="info"
      announced
      title={
        <Sentence
          text={t(`asked.waits.${asked.from}`, { skipInterpolation: true })}
          parts={{ number: <NumberText>{number(asked.number)}</NumberText> }}
        />
      }
    >
      {t('asked.waits.text')}
    </Note>
  );
}
