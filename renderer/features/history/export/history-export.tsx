import { DialogTrigger } from 'react-aria-components';
import { useHistory } from '../../../stores/history.ts';
import { openHistoryExport, useHistoryExport } from '../../../stores/history-export.ts';
import { useWords } from '../../../text/use-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { InfoPopover } from '../../../ui/info-popover.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { ExportForm } from './export-form.tsx';
import { useExportNews } from './use-export-news.ts';

/** Writes the calls that the list shows to a file. Its room is there before the list is: nothing beside it moves. */
export function HistoryExport() {
  const { t } = useWords();
  const news = useExportNews();
  const open = useHistoryExport((store) => store.open);
  const isDisabled = useHistory((store) => store.filter === null);
  return (
    <DialogTrigger isOpen={open} onOpenChange={openHistoryExport}>
      <Tooltip text={news.words}>
        <IconButton aria-label={news.words} isDisabled={isDisabled}>
          <Icon of={news.icon} spinning={news.spinning} size={18} />
        </IconButton>
      </Tooltip>
      <InfoPopover at="end" holds="text" label={t('historyExport.title')}>
        {() => <ShownExport />}
      </InfoPopover>
    </DialogTrigger>
  );
}

function ShownExport() {
  const filter = useHistory((store) => store.filter);
  return filter === null ? null : <ExportForm filter={filter} />;
}
