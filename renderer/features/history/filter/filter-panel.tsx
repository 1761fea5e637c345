import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from 'lucide-react';
import { directions, dispositions } from '../../../../shared/domain/disposition.ts';
import { toggledIn, wishMarks } from '../../../../shared/domain/history/history-wish.ts';
import { changeWish, useHistoryDesk } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { OptionChips } from '../../../ui/option-chips.tsx';
import { Select } from '../../../ui/select.tsx';
import { DaysFilter } from './days-filter.tsx';
import styles from './filter-panel.module.css';
import { useFilterChoices } from './use-filter-choices.ts';

const cx = bindClasses(styles);
const directionIcons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, internal: ArrowLeftRight } as const;
/** Stands for all of them and for none; what is chosen has a mark before it, since an outcome may be empty. */
const any = 'any';
const keyed = (value: string | undefined) => (value === undefined ? any : `=${value}`);

/** Every part of the filter; what is chosen counts at once. */
export function FilterPanel() {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const choices = useFilterChoices();
  return (
    <div className={cx('panel')}>
      <DaysFilter days={wish.days} />
      <OptionChips
        label={t('historyFilter.direction')}
        options={directions.map((value) => ({ value, label: t(`direction.${value}`), icon: directionIcons[value] }))}
        selected={wish.directions ?? []}
        onToggle={(value) => changeWish({ directions: toggledIn(wish.directions, value) })}
      />
      <OptionChips
        label={t('historyFilter.disposition')}
        options={dispositions.map((value) => ({ value, label: t(`disposition.${value}`) }))}
        selected={wish.dispositions ?? []}
        onToggle={(value) => changeWish({ dispositions: toggledIn(wish.dispositions, value) })}
      />
      <OptionChips
        label={t('historyFilter.marks')}
        options={wishMarks.map((value) => ({ value, label: t(`historyFilter.mark.${value}`) }))}
        selected={wishMarks.filter((mark) => wish[mark] === true)}
        onToggle={(mark) => changeWish({ [mark]: wish[mark] === true ? undefined : true })}
      />
      {choices.length === 0 ? null : (
        <div className={cx('named')}>
          {choices.map(({ part, options }) => (
            <Select
              key={part}
              label={t(`historyFilter.part.${part}`)}
              quiet={wish[part] === undefined}
              value={keyed(wish[part])}
              options={[
                { value: any, label: t(`historyFilter.any.${part}`) },
                ...options.map(({ value, label }) => ({ value: keyed(value), label })),
              ]}
              onChange={(key) => changeWish({ [part]: key === any ? undefined : key.slice(1) })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
