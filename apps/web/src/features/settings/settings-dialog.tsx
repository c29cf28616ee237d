import { hiddenPlayers, masksWords, shortcuts, sounds } from "../../settings/settings";
import { useSetting } from "../../settings/use-setting";
import { playSound } from "../../sounds/play-sound";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { SwitchField } from "../../ui/field";
import { openDialog } from "../../ui/open-dialog";
import { LanguageChoice } from "./language-choice";

export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = laterTexts.settings;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      <div className="grid gap-5">
        <LanguageChoice />
        <Sounds />
        <MaskedWords />
        <HiddenPlayers />
        <Shortcuts />
      </div>
    </Dialog>
  );
}

function Sounds() {
  const [on, setOn] = useSetting(sounds);
  const t = laterTexts.settings;
  const choose = (next: boolean): void => {
    setOn(next);
    // Browsers let a page be heard only after a press: this is one, and tells what it sounds like.
    if (next) playSound("your-turn");
  };
  return <SwitchField label={t.sounds} hint={t.soundsNote} checked={on} onChange={choose} />;
}

function MaskedWords() {
  const [on, setOn] = useSetting(masksWords);
  const t = laterTexts.settings;
  return <SwitchField label={t.maskWords} hint={t.maskWordsNote} checked={on} onChange={setOn} />;
}

function HiddenPlayers() {
  const [hidden, setHidden] = useSetting(hiddenPlayers);
  const t = laterTexts.settings;
  if (hidden.length === 0) return null;
  return (
    <div className="flex items-center justify-between gap-4">
      <p>{t.hidden(hidden.length)}</p>
      <Button onClick={() => setHidden([])}>{t.showAll}</Button>
    </div>
  );
}

function Shortcuts() {
  const [on, setOn] = useSetting(shortcuts);
  const t = laterTexts.settings;
  return (
    <div className="grid gap-2">
      <SwitchField label={t.shortcuts} hint={t.shortcutsNote} checked={on} onChange={setOn} />
      <Button
        look="quiet"
        className="-ml-3 justify-self-start px-3 text-sm"
        onClick={() => openDialog("keys")}
      >
        {t.showKeys}
      </Button>
    </div>
  );
}
