import { useState } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract.ts';
import { testNotification } from '../../stores/notifications.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { SettingItem } from './setting-item.tsx';
import { TryLine } from './try-line.tsx';

type Answer = RequestOutput<'window:test-notification'>;

/** A real notification, and what the desktop said of it. */
export function NotificationTest() {
  const { t } = useWords();
  const [answer, setAnswer] = useState<Answer | 'none' | 'waiting'>('none');
  const run = async () => {
    setAnswer('waiting');
    setAnswer(await testNotification());
  };
  const outcome = answer === 'none' || answer === 'waiting' || !answer.ok ? null : answer.value.outcome;
  return (
    <>
      <SettingItem of="notification.test">
        {({ label, help }) => (
          <TryLine
            action={label}
            state={answer === 'waiting' ? 'running' : outcome === 'shown' ? 'passed' : 'untried'}
            words={
              answer === 'waiting'
                ? t('settings.notifications.testing')
                : outcome === 'shown'
                  ? t('settings.notifications.tested.shown')
                  : help
            }
            onPress={() => void run()}
          />
        )}
      </SettingItem>
      {outcome === 'failed' || outcome === 'unanswered' ? (
        <Note
          announced
          tone={outcome === 'failed' ? 'bad' : 'wait'}
          title={t(`settings.notifications.tested.${outcome}`)}
        >
          {t(`settings.notifications.tested.${outcome}Next`)}
        </Note>
      ) : null}
      {answer !== 'none' && answer !== 'waiting' && !answer.ok ? (
        <ErrorNote error={answer.error} withoutRemedy />
      ) : null}
    </>
  );
}
