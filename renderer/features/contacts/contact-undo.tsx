import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { forgetDone, useContactDesk } from '../../stores/contact-desk.ts';
import { useWords } from '../../text/use-words.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';

/** What became of a contact. */
export function ContactUndo({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useWords();
  const last = useContactDesk((store) => store.done.at(-1));
  const title = last === undefined ? '' : contactTitle(last.contact);
  return (
    <UndoBar
      title={title}
      done={
        last === undefined ? null : (
          <Sentence
            text={t(`contacts.done.${last.what}`, { skipInterpolation: true })}
            parts={{ name: <bdi>{title}</bdi> }}
          />
        )
      }
      onUndo={onUndo}
      onClose={forgetDone}
    />
  );
}
