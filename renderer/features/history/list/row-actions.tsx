import { ExternalLink, Info, Phone, UserRound } from 'lucide-react';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty } from '../../../../shared/domain/call-view.ts';
import { showContactOf } from '../../../stores/contact-desk.ts';
import { openPageOf } from '../../../stores/screen-pop.ts';
import { useWords } from '../../../text/use-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useCanCall } from '../../../use-can-call.ts';
import { useHasPage } from '../../../use-has-page.ts';
import { redialWord } from '../../active-call/redial-word.ts';
import styles from './history-row.module.css';
import type { HistoryRowProps } from './history-row.tsx';

const cx = bindClasses(styles);

/** What can be done with a call of the list; the chosen one has more, so that the others stay quiet. */
export function RowActions(props: { readonly call: Call } & Pick<HistoryRowProps, 'selected' | 'onOpen' | 'onRedial'>) {
  const { call, selected } = props;
  const { t, number, clock } = useWords();
  const party = otherParty(call);
  const hasPage = useHasPage(call);
  const canCall = useCanCall(party);
  const common = { preventFocusOnPress: true, excludeFromTabOrder: !selected } as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="gridcell" className={cx('action')}>
      <span className={cx('chosen')}>
        <IconButton
          {...common}
          aria-label={t('history.details', { time: clock(call.startedAtMs) })}
          onPress={() => props.onOpen(call.id)}
        >
          <Icon of={Info} />
        </IconButton>
      </span>
      {party === '' ? null : (
        <span className={cx('chosen', 'contact')}>
          <IconButton
            {...common}
            aria-label={t('history.contact', { number: number(party) })}
            onPress={() => void showContactOf(party)}
          >
            <Icon of={UserRound} />
          </IconButton>
        </span>
      )}
      {hasPage ? (
        <IconButton
          {...common}
          aria-label={party === '' ? t('screenPop.open') : t('screenPop.openOf', { number: number(party) })}
          onPress={() => void openPageOf(call.id, 'history')}
        >
          <Icon of={ExternalLink} />
        </IconButton>
      ) : null}
      {canCall ? (
        <IconButton
          {...common}
          aria-label={t(`history.${redialWord(call)}`, { number: number(party) })}
          onPress={({ altKey }) => props.onRedial(call.id, altKey)}
        >
          <Icon of={Phone} />
        </IconButton>
      ) : null}
    </div>
  );
}
