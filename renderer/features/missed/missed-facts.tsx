import type { ReactNode } from 'react';
import type { MissedAttempt, MissedEntry, MissedHandled } from '../../../shared/domain/missed/missed-entry.ts';
import { findQueue } from '../../../shared/domain/pbx-directory.ts';
import { usePresence } from '../../stores/presence.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useContactName } from '../../use-contact-name.ts';
import { endedOutcome } from '../history/call-outcome.ts';
import { LastCallTime } from '../keypad/last-call-time.tsx';
import { PartyInShort } from '../names/party.tsx';
import styles from './missed-facts.module.css';

const cx = bindClasses(styles);

/** What happened, and below it what was tried or who talked. */
export function MissedFacts({ entry, nowMs }: { readonly entry: MissedEntry; readonly nowMs: number }) {
  const { t, digits, duration } = useWords();
  const queue = useQueueName(entry.queue);
  const contact = useContactName(entry.number);
  const company = contact === null || contact.name === '' ? '' : contact.company;
  const { count, waitedSeconds, lastAttempt, handled } = entry;
  return (
    <>
      <span className={cx('line')}>
        <span className={cx('fact')}>
          {count === 1 ? t('missed.once') : t('missed.times', { value: digits(String(count)) })}
        </span>
        {queue === null ? null : (
          <span className={cx('fact')}>
            <bdi>{queue}</bdi>
          </span>
        )}
        {waitedSeconds === null ? null : (
          <span className={cx('fact')}>
            <Sentence
              text={t('missed.waited', { skipInterpolation: true })}
              parts={{ time: <NumberText>{duration(waitedSeconds)}</NumberText> }}
            />
          </span>
        )}
        {company === '' ? null : (
          <span className={cx('fact')}>
            <bdi>{company}</bdi>
          </span>
        )}
      </span>
      {handled === null ? (
        <Attempts last={lastAttempt} count={entry.attempts} nowMs={nowMs} />
      ) : (
        <span className={cx('line')}>
          <span className={cx('fact')}>
            <Who handled={handled} />
          </span>
          <span className={cx('fact')}>
            <LastCallTime atMs={handled.atMs} nowMs={nowMs} />
          </span>
        </span>
      )}
    </>
  );
}

function Attempts(props: { readonly last: MissedAttempt | null; readonly count: number; readonly nowMs: number }) {
  const { t, digits } = useWords();
  if (props.last === null) return null;
  const { atMs, by, outcome } = props.last;
  const { tone, word } = endedOutcome(outcome);
  return (
    <span className={cx('line')}>
      <span className={cx('fact')}>
        {by === null ? t('missed.youTried') : said(t('missed.tried', { skipInterpolation: true }), by)}
      </span>
      <span className={cx('fact')}>
        <LastCallTime atMs={atMs} nowMs={props.nowMs} within />
      </span>
      <span className={cx('fact')}>
        <span className={cx('outcome', tone.colour)}>
          <Icon of={tone.icon} size={14} />
          {t(`disposition.${word}`)}
        </span>
      </span>
      {props.count < 2 ? null : (
        <span className={cx('fact')}>{t('missed.attempts', { value: digits(String(props.count)) })}</span>
      )}
    </span>
  );
}

function Who({ handled }: { readonly handled: MissedHandled }) {
  const { t } = useWords();
  if (handled.how === 'by-hand') return t('missed.byHand');
  const back = handled.how === 'called-back';
  if (handled.by === null) return t(back ? 'missed.youCalledBack' : 'missed.reachedYou');
  return said(t(back ? 'missed.calledBack' : 'missed.reached', { skipInterpolation: true }), handled.by);
}

function said(text: string, who: string): ReactNode {
  return <Sentence text={text} parts={{ who: <PartyInShort number={who} /> }} />;
}

/** Events name a queue by its number or its name; people know the name. */
function useQueueName(called: string | null): string | null {
  return usePresence(({ presence }) => (called === null ? null : (findQueue(presence.queues, called)?.name ?? called)));
}
