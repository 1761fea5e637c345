import { RotateCw, Star, StarOff, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { ContactName } from '../../../shared/domain/contact/contact.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { keepTrunk } from '../../stores/contact-desk.ts';
import { saveSettings } from '../../stores/settings.ts';
import { chooseTrunk } from '../../stores/trunks.ts';
import { useWords } from '../../text/use-words.ts';
import { type TrunkDeed, trunkDeeds } from './trunk-choices.ts';
import type { TrunkAction } from './trunk-combo.tsx';

const icons = { favourite: Star, notFavourite: StarOff, keepFor: UserRoundCheck, notKeepFor: UserRoundX } as const;

/** What can be done with the trunk in the picker: mark it, and keep it for the contact whose number is typed. */
export function useTrunkActions(props: {
  readonly trunk: string;
  readonly owner: ContactName | null;
  /** Null: the list of trunks was read, or is being read. */
  readonly onTryAgain: (() => void) | null;
}) {
  const { trunk, owner, onTryAgain } = props;
  const { t } = useWords();
  const favourites = useSnapshot((state) => state.settings.identity.favouriteTrunks);
  const [failed, setFailed] = useState(false);

  const mark = async (name: string, favourite: boolean) => {
    const others = favourites.filter((one) => one !== name);
    const saved = await saveSettings({ identity: { favouriteTrunks: favourite ? [...others, name] : others } });
    setFailed(!saved.ok);
  };
  const keep = async (id: string, name: string | null) => {
    const kept = await keepTrunk(id, name);
    setFailed(!kept);
    // From now on it comes with the number, and is not meant for the next calls to others.
    if (kept) chooseTrunk(null);
  };
  const act = (deed: TrunkDeed) => {
    if (deed === 'favourite' || deed === 'notFavourite') void mark(trunk, deed === 'favourite');
    else if (owner !== null) void keep(owner.contactId, deed === 'keepFor' ? trunk : null);
  };
  const name = owner === null ? '' : owner.name || owner.company || t('card.unknownParty');
  const actions: TrunkAction[] = trunkDeeds(trunk, favourites, owner).map((deed) => ({
    key: ` ${deed}`,
    label: t(`trunk.${deed}`, { trunk, name }),
    icon: icons[deed],
    act: () => act(deed),
  }));
  if (onTryAgain !== null) {
    actions.push({ key: ' again', label: t('action.tryAgain'), icon: RotateCw, act: onTryAgain, always: true });
  }
  return { favourites, actions, failed, onFavourite: (of: string, favourite: boolean) => void mark(of, favourite) };
}
