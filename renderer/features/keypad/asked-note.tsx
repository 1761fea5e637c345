import type { RefObject } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { dismissAsked, takeAsked } from '../../stores/asked.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './asked-note.module.css';

const cx = bindClasses(styles);

/** What a link or the command line asks for and does not get without an answer, or not at all. Enter answers nothing here. */
export function AskedNote({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t, digits } = useWords();
  const asked = useSnapshot((state) => state.asked);
  if (asked === null || (asked.kind === 'number' && (asked.taken || !asked.isCode))) return null;
  const leave = () => {
    dismissAsked(asked.id);
    inputRef.current?.focus();
  };
  if (asked.kind === 'refused') {
    const words = errorWords(asked.error, t);
    return (
      <Note tone="bad" announced title={t(`asked.refused.${asked.from}`)} onDismiss={leave}>
        {words.message} {words.nextStep}
      </Note>
    );
  }
  const take = () => {
    void takeAsked(asked);
    inputRef.current?.focus();
  };
  const code = <NumberText>{digits(asked.number)}</NumberText>;
  return (
    <Note
      tone="wait"
      announced
      title={<Sentence text={t(`asked.code.${asked.from}`, { skipInterpolation: true })} parts={{ code }} />}
      action={
        <div className={cx('answers')}>
          <Button onPress={leave}>{t('asked.code.leave')}</Button>
          <Button look="quiet" onPress={take}>
            {t('asked.code.take')}
          </Button>
        </div>
      }
    >
      {t('asked.code.text')}
    </Note>
  );
}
