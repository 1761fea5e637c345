import { SlidersHorizontal } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { everyCall, wishParts } from '../../../../shared/domain/history/history-wish.ts';
import { useHistory } from '../../../stores/history.ts';
import { useHistoryDesk, wishFor } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button, IconButton, LinkButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { InfoPopover } from '../../../ui/info-popover.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import styles from './filter-button.module.css';
import { FilterPanel } from './filter-panel.tsx';
import { useCountWords } from './use-count-words.ts';

const cx = bindClasses(styles);

/** Opens the filter; says how many parts of it are on. */
export function FilterButton() {
  const { t, digits } = useWords();
  const amount = useHistoryDesk((store) => wishParts(store.wish).length);
  const shown = digits(String(amount));
  return (
    <DialogTrigger>
      <span className={cx('place', amount > 0 && 'on')}>
        <Tooltip text={t('historyFilter.title')}>
          <IconButton
            aria-label={amount === 0 ? t('historyFilter.title') : t('historyFilter.titleOn', { amount: shown })}
          >
            <Icon of={SlidersHorizontal} size={18} />
          </IconButton>
        </Tooltip>
      </span>
      <InfoPopover at="end" holds="text" label={t('historyFilter.title')}>
        {(close) => (
          <>
            <FilterPanel />
            <PanelFoot onClose={close} />
          </>
        )}
      </InfoPopover>
    </DialogTrigger>
  );
}

function PanelFoot({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const count = useCountWords(useHistory((store) => store.total));
  return (
    <div className={cx('foot')}>
      <span className={cx('count')}>{count}</span>
      {wishParts(wish).length === 0 ? null : (
        <LinkButton onPress={() => wishFor(wish.text === undefined ? everyCall : { text: wish.text })}>
          {t('historyFilter.clearAll')}
        </LinkButton>
      )}
      <Button look="primary" onPress={onClose}>
        {t('historyFilter.done')}
      </Button>
    </div>
  );
}
