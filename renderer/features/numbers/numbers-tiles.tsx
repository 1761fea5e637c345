import {
  answerRate,
  averageTalk,
  averageWait,
  type CallNumbers,
  reachRate,
  type Share,
} from '../../../shared/domain/call-numbers.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { allCalls } from './counted.ts';
import styles from './numbers-tiles.module.css';
import { useNumberWords } from './use-number-words.ts';

const cx = bindClasses(styles);

/** The few numbers that say most. */
export function NumbersTiles({ numbers }: { readonly numbers: CallNumbers }) {
  const { t, duration } = useWords();
  const { amount, percent, wait } = useNumberWords();
  const talk = averageTalk(numbers);
  const share = (of: Share | null) =>
    of === null ? t('numbers.shareOfNone') : t('numbers.shareOf', { part: amount(of.part), of: amount(of.of) });
  const tiles = [
    {
      name: t('numbers.calls'),
      value: amount(allCalls(numbers)),
      more: t('numbers.inAndOut', { incoming: amount(numbers.incoming), outgoing: amount(numbers.outgoing) }),
    },
    {
      name: t('numbers.talk'),
      value: duration(numbers.talkSeconds),
      more: talk === null ? t('numbers.noTalk') : t('numbers.talkEach', { time: duration(talk) }),
    },
    { name: t('numbers.answerRate'), value: percent(answerRate(numbers)), more: share(answerRate(numbers)) },
    { name: t('numbers.reachRate'), value: percent(reachRate(numbers)), more: share(reachRate(numbers)) },
    { name: t('numbers.wait'), value: wait(averageWait(numbers)), more: t('numbers.waitMore') },
  ];
  return (
    <dl className={cx('tiles')}>
      {tiles.map(({ name, value, more }) => (
        <div key={name} className={cx('tile')}>
          <dt className={cx('name')}>{name}</dt>
          <dd className={cx('value')}>{value}</dd>
          <dd className={cx('more')}>{more}</dd>
        </div>
      ))}
    </dl>
  );
}
