import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import type { PopSlot } from '../../../shared/domain/screen-pop/slots.ts';
import { fillTemplate, parseTemplate } from '../../../shared/domain/screen-pop/template.ts';
import { sampleValues } from '../../../shared/domain/screen-pop/values.ts';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { tryPage } from '../../stores/screen-pop.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './pop-preview.module.css';

const cx = bindClasses(styles);

type Answer = RequestOutput<'screen-pop:try'> | 'none' | 'waiting';

interface PopPreviewProps {
  readonly slot: PopSlot;
  readonly text: string;
  /** What is typed is what would be opened. */
  readonly saved: boolean;
}

/** What the address becomes for a sample call, while it is typed; once it is saved it can be opened. */
export function PopPreview({ slot, text, saved }: PopPreviewProps) {
  const { t } = useWords();
  const identity = useSnapshot((state) => state.effective.identity);
  const [startedAtMs] = useState(() => Date.now());
  const [tried, setTried] = useState<{ readonly text: string; readonly answer: Answer }>({ text, answer: 'none' });
  const template = parseTemplate(text);
  if (!template.ok) return null;
  // What came of another address says nothing of this one.
  const answer = tried.text === text ? tried.answer : 'none';
  const { caller: agent, countryCode } = identity;
  const address = fillTemplate(template.value, sampleValues(slot, { agent, countryCode, startedAtMs }));
  const run = async () => {
    setTried({ text, answer: 'waiting' });
    setTried({ text, answer: await tryPage(slot) });
  };
  return (
    <div className={cx('preview')}>
      <p className={cx('sample')}>
        <span className={cx('label')}>{t('screenPop.preview')}</span>
        {address === null ? (
          t('screenPop.previewTooLong')
        ) : (
          <bdi dir="ltr" className={cx('address')}>
            {address}
          </bdi>
        )}
      </p>
      <div className={cx('try')}>
        <Button isDisabled={!saved || address === null || answer === 'waiting'} onPress={() => void run()}>
          {t('screenPop.try')}
        </Button>
        <span role="status" className={cx('words', answer !== 'none' && answer !== 'waiting' && 'done')}>
          {answer === 'waiting' ? (
            <>
              <Icon of={LoaderCircle} spinning />
              {t('screenPop.trying')}
            </>
          ) : answer !== 'none' && answer.ok ? (
            <>
              <Icon of={CircleCheck} />
              {t('screenPop.tried')}
            </>
          ) : null}
        </span>
      </div>
      {answer !== 'none' && answer !== 'waiting' && !answer.ok ? (
        <ErrorNote error={answer.error} withoutRemedy />
      ) : null}
    </div>
  );
}
