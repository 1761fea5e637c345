import type { TFunction } from 'i18next';
import type { Outcome } from '../../../shared/domain/after-call/outcome.ts';
import type { ReadNumbers } from '../../../shared/ipc/numbers-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './ending-bars.module.css';
import { type EndingRows, endingRows } from './ending-rows.ts';
import { useNumberWords } from './use-number-words.ts';

const cx = bindClasses(styles);

/** How the calls ended. */
export function EndingBars({ endings }: { readonly endings: ReadNumbers['endings'] }) {
  const { t } = useWords();
  const { amount } = useNumberWords();
  const outcomes = useSnapshot(({ effective }) => effective.afterCall.outcomes);
  const { by, rows } = named(endingRows(endings, outcomes.length > 0), outcomes, t);
  const most = Math.max(1, ...rows.map(({ calls }) => calls));
  const title = t(`numbers.by.${by}`);
  return (
    <section className={cx('endings')}>
      <table className={cx('table')}>
        <caption className={cx('title')}>{title}</caption>
        <tbody>
          {rows.map(({ name, calls }) => (
            <tr key={name}>
              <th scope="row" className={cx('name')}>
                <bdi>{name}</bdi>
              </th>
              <td className={cx('track')} aria-hidden="true">
                <span className={cx('bar')} style={{ inlineSize: `${(100 * calls) / most}%` }} />
              </td>
              <td className={cx('amount')}>{amount(calls)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function named(found: EndingRows, outcomes: readonly Outcome[], t: TFunction) {
  const { by } = found;
  // One that is gone from the settings is still told, as it is kept.
  const nameOf = (kept: string) => outcomes.find(({ code }) => code === kept)?.name ?? kept;
  return by === 'outcome'
    ? {
        by,
        rows: found.rows.map(({ name, calls }) => ({
          name: name === null ? t('numbers.withoutOutcome') : nameOf(name),
          calls,
        })),
      }
    : { by, rows: found.rows.map(({ name, calls }) => ({ name: t(`disposition.${name ?? 'underWay'}`), calls })) };
}
