import { useEffect, useState } from 'react';
import { Button as AriaButton, DialogTrigger, Heading } from 'react-aria-components';
import { isAllPaused, ownWord } from '../../../shared/domain/pbx-directory.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import {
  askForPauseAgain,
  forgetPauseFailure,
  isPauseDenied,
  pauseQueues,
  usePresence,
} from '../../stores/presence.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { InfoPopover } from '../../ui/info-popover.tsx';
import { Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useCommand } from '../../use-command.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { OwnQueues } from './own-queues.tsx';
import styles from './own-state.module.css';
import { presenceLooks } from './presence-look.ts';

const cx = bindClasses(styles);

/** How the agent's own phone and queues are, and the way out of the queues and back. */
export function OwnState() {
  const { t, age } = useWords();
  const caller = useSnapshot((state) => state.effective.identity.caller);
  const phone = usePresence((store) => store.byNumber.get(caller) ?? null);
  const queues = usePresence((store) => store.presence.queues);
  const hearing = usePresence((store) => store.presence.hearing);
  const failure = usePresence((store) => store.failure);
  const changing = usePresence((store) => store.changing);
  const now = useNow(10_000, phone !== null);
  const allPaused = isAllPaused(queues);
  const denied = usePresence(isPauseDenied);
  const toggle = () => void pauseQueues(null, !allPaused);
  const [asked, setAsked] = useState(false);
  useCommand('pause-queues', denied ? () => setAsked(true) : toggle, queues.length > 0);
  const isOpen = asked || failure !== null;
  // Where the focus was on a button that went with what it did, Esc would reach nobody.
  useEffect(() => {
    if (!isOpen) return;
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setAsked(false);
      forgetPauseFailure();
    };
    document.addEventListener('keydown', closeByEscape, true);
    return () => document.removeEventListener('keydown', closeByEscape, true);
  }, [isOpen]);

  const word = ownWord(phone?.state ?? null, queues);
  const { icon, colour } = presenceLooks[word === 'partly-paused' ? 'paused' : word];
  const words = t(`presence.own.${word}`);
  // What nobody told is not worth the first place in the header.
  const shown = word === 'unknown' ? t('app.ownNumber') : words;
  return (
    // Opens by itself to say what did not come about, also of what was asked for by key.
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setAsked(open);
        if (!open) forgetPauseFailure();
      }}
    >
      <AriaButton
        className={cx('own', colour)}
        aria-label={t('presence.ownLabel', { state: words })}
        data-own-state={word}
        preventFocusOnPress
      >
        <Icon of={icon} size={14} />
        <span className={cx('word')}>{shown}</span>
      </AriaButton>
      <InfoPopover at="start" holds="text">
        {() => (
          <>
            <Heading slot="title" className={cx('title', colour)}>
              <Icon of={icon} />
              {words}
            </Heading>
            <p className={cx('say')}>
              {!hearing
                ? t('presence.ownNotHearing')
                : phone === null
                  ? t('presence.ownNeverTold')
                  : phone.state === 'unknown'
                    ? t('presence.ownOld', { age: age(now - phone.atMs) })
                    : t('presence.ownTold', {
                        state: t(`presence.own.${phone.state}`),
                        age: age(now - phone.atMs),
                      })}
            </p>
            <OwnQueues />
            {failure === null || (denied && failure.code === 'pbx-access-denied') ? null : (
              <ErrorNote error={failure} />
            )}
            {denied && queues.length > 0 ? <MayNotPause announced={failure !== null} /> : null}
            {queues.length < 2 ? null : (
              <div>
                <Button look="primary" isDisabled={changing !== null || denied} onPress={toggle}>
                  {t(allPaused ? 'presence.resumeAll' : 'presence.pauseAll')}
                </Button>
              </div>
            )}
          </>
        )}
      </InfoPopover>
    </DialogTrigger>
  );
}

/** Why nothing can be pressed, and the way to ask once more. */
function MayNotPause({ announced }: { readonly announced: boolean }) {
  const { t } = useWords();
  return (
    <Note
      tone="wait"
      announced={announced}
      title={t('presence.mayNot')}
      action={<LinkButton onPress={askForPauseAgain}>{t('action.tryAgain')}</LinkButton>}
    >
      {t('presence.mayNotNext')}
    </Note>
  );
}
