import { useId } from "react";
import { chooseLanguage, LANGUAGES, type Language, preferredLanguage } from "../../texts/language";
import { laterTexts } from "../../texts/later-texts";
import { INPUT_LOOK } from "../../ui/field";

/** The page is loaded again in the other language, which changes nothing else: what is typed and what waits are kept. */
export function LanguageChoice() {
  const id = useId();
  const t = laterTexts.settings;
  const choose = (language: Language): void => {
    chooseLanguage(language);
    window.location.reload();
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {t.language}
      </label>
      <select
        id={id}
        value={preferredLanguage()}
        onChange={(event) => choose(event.target.value as Language)}
        className={INPUT_LOOK}
      >
        {LANGUAGES.map(({ language, name }) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
