export const identity = {
  change: "Change name and face",
  description: "This is how others see you at the table.",
  name: "Name",
  face: "Face",
  faceNumber: (number: number) => `Face ${number}`,
  keptFace: "Your face",
  moreFaces: "Other faces",
  save: "Save",
  saving: "Saving…",
  empty: "A name needs at least one letter.",
};

export const theme = {
  label: "Theme",
  system: "As the system",
  light: "Light",
  dark: "Dark",
};
