// CHANGELOG.md as part of a page. It knows what that file uses: headings, lists, paragraphs, `code`, and links in angle brackets or brackets.

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {string} text */
const inline = (text) =>
  escape(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");

/** @param {string} markdown @returns {string} without its first heading, which the page has */
export function changelogHtml(markdown) {
  return markdown
    .replace(/^# .*\n/, "")
    .split(/\n{2,}/)
    .flatMap((block) => block.trim().split(/\n(?=#)|(?<=^#.*)\n/m))
    .filter((block) => block !== "")
    .map((block) => {
      const [, marks, heading] = /^(#+) (.*)$/.exec(block) ?? [];
      if (marks && heading) return `<h${marks.length}>${inline(heading)}</h${marks.length}>`;
      if (block.startsWith("- ")) return `<ul>${block.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2).replace(/\n\s*/g, " "))}</li>`).join("\n")}</ul>`;
      return `<p>${inline(block.replace(/\n/g, " "))}</p>`;
    })
    .join("\n");
}
