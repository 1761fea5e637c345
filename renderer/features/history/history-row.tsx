import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight, ExternalLink, Mic, Phone, Star, UserRound } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty, recordingFile, surveyScore, talkSeconds } from '../../../shared/domain/call-view.ts';
import { showContactOf } from '../../stores/contact-desk.ts';
import { openPageOf } from '../../stores/screen-pop.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useCanCall } from '../../use-can-call.ts';
import { useHasPage } from '../../use-has-page.ts';
import { redialWord } from '../active-call/redial-word.ts';
import { Party } from '../names/party.tsx';
import { useProfileName } from '../profiles/use-profiles.ts';
import { CallDialled, useDialledTitle } from './call-dialled.tsx';
import { callOutcome } from './call-outcome.ts';
import { callTrunk } from './call-trunk.ts';
import styles from './history-row.module.css';

const cx = bindClasses(styles);
const directionIcons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, internal: ArrowLeftRight } as const;

export interface HistoryRowProps {
  readonly id: string;
  readonly call: Call;
  /** In the whole list, from 1. */
  readonly position: number;
  readonly selected: boolean;
  /** Everything on one line, below its like; else two lines. */
  readonly columns: boolean;
  /** Says of which profile it is. */
  readonly marked: boolean;
  /** Some calls have a page, so every row has room for the button that opens it. */
  readonly paged: boolean;
  readonly onSelect: () => void;
  /** `literal`: Alt was held. */
  readonly onRedial: (literal: boolean) => void;
}

export function HistoryRowView({
  id,
  call,
  position,
  selected,
  columns,
  marked,
  paged,
  onSelect,
  onRedial,
}: HistoryRowProps) {
  const { t, number, clock, fullDate } = useWords();
  const party = otherParty(call);
  const outcome = callOutcome(call);
  const hasPage = useHasPage(call);
  const canCall = useCanCall(party);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves the selection by keys
    <div
      id={id}
      role="row"
      aria-rowindex={position}
      aria-selected={selected}
      className={cx(
        'row',
        columns ? 'columns' : 'lines',
        selected && 'selected',
        outcome.word === 'missed' && 'missed',
        paged && 'paged',
        marked && 'marked',
      )}
      onClick={onSelect}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('main')}>
        <span className={cx('direction')} title={t(`direction.${call.direction}`)}>
          <Icon of={directionIcons[call.direction]} mirrored={call.direction !== 'internal'} />
          <VisuallyHidden>{t(`direction.${call.direction}`)}</VisuallyHidden>
        </span>
        <span className={cx('number')}>
          <Party number={party} stacked={columns} />
        </span>
        <span className={cx('outcome', outcome.tone.colour)}>
          <Icon of={outcome.tone.icon} size={14} />
          {t(`disposition.${outcome.word}`)}
        </span>
        <Details call={call} columns={columns} marked={marked} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('time')} title={fullDate(call.startedAtMs)}>
        <VisuallyHidden>{fullDate(call.startedAtMs)}</VisuallyHidden>
        <NumberText aligned>{clock(call.startedAtMs)}</NumberText>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('action')}>
        {party === '' ? null : (
          <span className={cx('contact')}>
            <IconButton
              aria-label={t('history.contact', { number: number(party) })}
              preventFocusOnPress
              excludeFromTabOrder={!selected}
              onPress={() => void showContactOf(party)}
            >
              <Icon of={UserRound} />
            </IconButton>
          </span>
        )}
        {hasPage ? (
          <IconButton
            aria-label={party === '' ? t('screenPop.open') : t('screenPop.openOf', { number: number(party) })}
            preventFocusOnPress
            excludeFromTabOrder={!selected}
            onPress={() => void openPageOf(call.id, 'history')}
          >
            <Icon of={ExternalLink} />
          </IconButton>
        ) : null}
        {canCall ? (
          <IconButton
            aria-label={t(`history.${redialWord(call)}`, { number: number(party) })}
            preventFocusOnPress
            excludeFromTabOrder={!selected}
            onPress={({ altKey }) => onRedial(altKey)}
          >
            <Icon of={Phone} />
          </IconButton>
        ) : null}
      </div>
    </div>
  );
}

function Details({ call, columns, marked }: Pick<HistoryRowProps, 'call' | 'columns' | 'marked'>) {
  const { t, digits, duration } = useWords();
  const talked = talkSeconds(call);
  const score = surveyScore(call);
  return (
    <span className={cx('details')}>
      {talked === null || talked === 0 ? null : (
        <span className={cx('talked')}>
          <NumberText aligned={columns}>{duration(talked)}</NumberText>
        </span>
      )}
      {marked ? <ProfileMark id={call.profile} /> : null}
      <Way call={call} />
      <span className={cx('marks')}>
        {recordingFile(call) === null ? null : (
          <span className={cx('mark')} title={t('history.recorded')}>
            <Icon of={Mic} size={14} />
            <VisuallyHidden>{t('history.recorded')}</VisuallyHidden>
          </span>
        )}
        {score === null ? null : (
          <span className={cx('mark')} title={t('history.surveyLabel')}>
            <Icon of={Star} size={14} />
            <VisuallyHidden>{t('history.survey', { score: '' })}</VisuallyHidden>
            <NumberText>{digits(String(score))}</NumberText>
          </span>
        )}
      </span>
    </span>
  );
}

function ProfileMark({ id }: { readonly id: string }) {
  const name = useProfileName(id);
  return (
    <bdi className={cx('profile')} title={name}>
      {name}
    </bdi>
  );
}

/** By which trunk, and what a rule made of the number. A trunk that was only asked for says so: nobody told that the call went by it. */
function Way({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const trunk = callTrunk(call);
  const dialled = useDialledTitle(call);
  if (trunk === null && dialled === null) return null;
  const asked = trunk === null || trunk.askedFor === null ? null : t('card.trunkAskedFor', { trunk: trunk.askedFor });
  const title = [asked ?? trunk?.used ?? null, dialled].filter((part) => part !== null).join(' · ');
  return (
    <span className={cx('trunk')} title={title}>
      {trunk === null ? null : trunk.used === null ? asked : <bdi>{trunk.used}</bdi>}
      {trunk === null || dialled === null ? null : ' · '}
      <CallDialled call={call} />
    </span>
  );
}
