import { ExternalLink, Info, Phone, UserRound } from 'lucide-react';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty } from '../../../../shared/domain/call-view.ts';
import { showContactOf } from '../../../stores/contact-desk.ts';
import { openPageOf } from '../../../stores/screen-pop.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { useCanCall } from '../../../use-can-call.ts';
import { useHasPage } from '../../../use-has-page.ts';
import { redialWord } from '../../active-call/redial-word.ts';
import styles from './history-row.module.css';
import type { HistoryRowProps } from './history-row.tsx';

const cx = bindClasses(styles);

type RowActionsProps = { readonly call: Call } & Pick<HistoryRowProps, 'selected' | 'columns' | 'onOpen' | 'onRedial'>;

/**
 * What can be done with a call of the list; the chosen one has more, so that the others stay quiet. In columns there is no room for its
 * contact, which stands in the details.
 */
export function RowActions(props: RowActionsProps) {
  const { call, selected, columns } = props;
  const { t, number, clock } = useWords();
  const party = otherParty(call);
  const hasPage = useHasPage(call);
  const canCall = useCanCall(party);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="gridcell" className={cx('action')}>
      {selected ? (
        <RowButton
          reachable
          label={t('history.details', { time: clock(call.startedAtMs) })}
          onPress={() => props.onOpen(call.id)}
        >
          <Icon of={Info} />
        </RowButton>
      ) : null}
      {selected && !columns && party !== '' ? (
        <RowButton
          reachable
          label={t('history.contact', { number: number(party) })}
          onPress={() => void showContactOf(party)}
        >
          <Icon of={UserRound} />
        </RowButton>
      ) : null}
      {hasPage ? (
        <RowButton
          reachable={selected}
          label={party === '' ? t('screenPop.open') : t('screenPop.openOf', { number: number(party) })}
          onPress={() => void openPageOf(call.id, 'history')}
        >
          <Icon of={ExternalLink} />
        </RowButton>
      ) : null}
      {canCall ? (
        <RowButton
          reachable={selected}
          label={t(`history.${redialWord(call)}`, { number: number(party) })}
          onPress={({ altKey }) => props.onRedial(call.id, altKey)}
        >
          <Icon of={Phone} />
        </RowButton>
      ) : null}
    </div>
  );
}
