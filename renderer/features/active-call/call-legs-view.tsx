import { CircleHelp, type LucideIcon, Minus, Phone, Server, UserRound } from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import type { Call } from '../../../shared/domain/call.ts';
import { usedTrunkName } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { callLegs, isGrief, type Stop } from './call-legs.ts';
import styles from './call-legs-view.module.css';
import { dispositionTones } from './call-tone.ts';
import { useIsSeen } from './use-call-hint.tsx';

const cx = bindClasses(styles);
const places: Readonly<Record<Stop['kind'], LucideIcon>> = { own: Phone, pbx: Server, other: UserRound };

/** A place that the call came to has its own picture. */
function markOf({ kind, state }: Stop): LucideIcon {
  if (isGrief(state)) return dispositionTones[state].icon;
  if (state === 'not-called') return Minus;
  return state === 'unknown' ? CircleHelp : places[kind];
}

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
      <span className={cx('leg', 'first', isGrief(legs[0]) ? 'grief' : legs[0])} aria-hidden="true" />
      <span className={cx('leg', 'second', isGrief(legs[1]) ? 'grief' : legs[1])} aria-hidden="true" />
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
  const { state, news } = props.stop;
  const word = t(`card.leg.${state}`);
  const told = news !== null && (state === 'now' || state === 'reached' || state === 'rang' || isGrief(state));
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
    <Tooltip text={said === null ? word : t('card.stepNews', isGrief(state) ? { ...said, step: word } : said)}>
      <Button
        className={cx('stop', isGrief(state) ? 'grief' : state)}
        aria-expanded={props.stepsShown}
        aria-controls={props.stepsId}
        preventFocusOnPress
        onPress={props.onPress}
      >
        <span className={cx('place')}>
          <Icon of={markOf(props.stop)} size={16} />
        </span>
        <bdi className={cx('name')} aria-hidden="true">
          {props.name}
        </bdi>
        {/* Said in one sentence; for the eye in two lines. */}
        <VisuallyHidden>{label}</VisuallyHidden>
        <span className={cx('time')} aria-hidden="true">
          {said !== null && !isGrief(state) ? (
            <NumberText aligned>{said.time}</NumberText>
          ) : state === 'ahead' ? null : (
            word
          )}
        </span>
      </Button>
    </Tooltip>
  );
}
