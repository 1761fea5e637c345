import { type LucideIcon, PhoneOff, Route, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './contact-signs.module.css';

const cx = bindClasses(styles);

export interface ContactSignsProps {
  readonly contact: Pick<ContactDraft, 'doNotCall' | 'favourite' | 'trunkName'>;
}

export function hasSigns({ doNotCall, favourite, trunkName }: ContactSignsProps['contact']): boolean {
  return doNotCall || favourite || trunkName !== null;
}

/** What changes how a contact is called and found, besides its name and numbers. */
export function ContactSigns({ contact }: ContactSignsProps) {
  const { t } = useWords();
  const { doNotCall, favourite, trunkName } = contact;
  return (
    <>
      {doNotCall ? (
        <Sign icon={PhoneOff} kind="stop">
          {t('contacts.doNotCall')}
        </Sign>
      ) : null}
      {favourite ? (
        <Sign icon={Star} kind="star">
          {t('contacts.favourite')}
        </Sign>
      ) : null}
      {trunkName === null ? null : (
        <Sign icon={Route} kind="plain">
          {t('contacts.trunk')}: <bdi>{trunkName}</bdi>
        </Sign>
      )}
    </>
  );
}

function Sign(props: {
  readonly icon: LucideIcon;
  readonly kind: 'stop' | 'star' | 'plain';
  readonly children: ReactNode;
}) {
  return (
    <span className={cx('sign')}>
      <span className={cx('icon', props.kind)}>
        <Icon of={props.icon} size={14} />
      </span>
      <span>{props.children}</span>
    </span>
  );
}
