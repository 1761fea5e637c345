import { ChartColumn } from 'lucide-react';
import { showNumbers } from '../../stores/numbers.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { HistoryExport } from './export/history-export.tsx';

/** What can be done with the calls: count them, and write those that the list shows to a file. */
export function HistoryTools() {
  const { t } = useWords();
  return (
    <>
      <Tooltip text={t('numbers.open')}>
        <IconButton aria-label={t('numbers.open')} onPress={showNumbers}>
          <Icon of={ChartColumn} size={18} />
        </IconButton>
      </Tooltip>
      <HistoryExport />
    </>
  );
}
