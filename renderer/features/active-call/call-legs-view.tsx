import { Ban, CircleHelp, type LucideIcon, OctagonX, Phone, Server, UserRound, X } from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import type { Call } from '../../../shared/domain/call.ts';
import { usedTrunkName } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { callLegs, type LegState, type Stop } from './call-legs.ts';
import styles from './call-legs-view.module.css';
import { useIsSeen } from './use-call-hint.tsx';

const cx = bindClasses(styles);
const places: Readonly<Record<Stop['kind'], LucideIcon>> = { own: Phone, pbx: Server, other: UserRound };
const marks: Readonly<Partial<Record<LegState, LucideIcon>>> = {
  failed: X,
  declined: OctagonX,
  busy: Ban,
  unknown: CircleHelp,
};

export interface CallLegsViewProps {
  readonly call: Call;
  readonly over: boolean;
  /** Each stop opens the list that has every step of it. */
  readonly stepsId: string;
  readonly stepsShown: boolean;
  readonly onPress: () => void;
}

/** The way of the call: the agent's phone, the PBX, the other party, and the two legs between them. */
export function CallLegsView({ call, over, stepsId, stepsShown, onPress }: CallLegsViewProps) {
  const { t } = useWords();
  const seen = useIsSeen(call);
  const { stops, legs } = callLegs(call, seen);
  const trunk = usedTrunkName(call);
  return (
    <Toolbar className={cx('legs', over && 'over')} aria-label={t('card.legs')}>
      <span className={cx('leg', 'first', legs[0])} aria-hidden="true" />
      <span className={cx('leg', 'second', legs[1])} aria-hidden="true" />
      {stops.map((stop) => (
        <StopButton
          key={stop.kind}
          stop={stop}
          name={stop.kind === 'pbx' && trunk !== null && trunk !== '' ? trunk : t(`card.stop.${stop.kind}`)}
          stepsId={stepsId}
          stepsShown={stepsShown}
          onPress={onPress}
        />
      ))}
    </Toolbar>
  );
}

function StopButton(props: {
  readonly stop: Stop;
  readonly name: string;
  readonly stepsId: string;
  readonly stepsShown: boolean;
  readonly onPress: () => void;
}) {
  const { t, clock } = useWords();
  const { kind, state, news } = props.stop;
  const word = t(`card.leg.${state}`);
  const told = news !== null && state !== 'ahead' && state !== 'unknown';
  const said = told
    ? {
        step: t(`card.step.${news.kind}`),
        source: t(`card.source.${news.source}`),
        time: clock(news.atMs, true),
      }
    : null;
  const label =
    said === null
      ? t('card.stopState', { stop: props.name, state: word })
      : t('card.stopNews', { stop: props.name, state: word, ...said });
  return (
    <Tooltip text={said === null ? word : t('card.stepNews', said)}>
      <Button
        className={cx('stop', state)}
        aria-expanded={props.stepsShown}
        aria-controls={props.stepsId}
        preventFocusOnPress
        onPress={props.onPress}
      >
        <span className={cx('place')}>
          <Icon of={marks[state] ?? places[kind]} size={16} />
        </span>
        <bdi className={cx('name')} aria-hidden="true">
          {props.name}
        </bdi>
        {/* Said in one sentence; for the eye in two lines. */}
        <VisuallyHidden>{label}</VisuallyHidden>
        <span className={cx('time')} aria-hidden="true">
          {said !== null ? <NumberText aligned>{said.time}</NumberText> : state === 'unknown' ? word : null}
        </span>
      </Button>
    </Tooltip>
  );
}
