// The theme follows the system through CSS alone. A choice made in the lobby overrides it, before the first paint.
try {
  const theme = localStorage.getItem("rejoin:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system decides.
}
