export const common = {
  appName: "Rejoin",
  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  notices: "Notices",
  copied: "Copied",
  you: "you",
  skipToContent: "Skip to content",
  backToLobby: "Back to the lobby",
  loadingPage: "Opening…",
  settings: "Settings",
};
