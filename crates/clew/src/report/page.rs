//! Writing HTML: markup is ours and fixed, everything else is escaped.

use std::fmt::Display;

/// A page being written. Markup can only be a constant of this program, so nothing that comes
/// from evidence can become markup.
#[derive(Default)]
pub(super) struct Page {
    out: String,
}

impl Page {
    /// Markup of ours.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text, escaped for content and for attributes in double quotes.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                // Control characters, and direction marks that would turn our own words around.
                '\u{0}'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{7f}'..='\u{9f}' => {
                    self.out.push('\u{fffd}');
                }
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => self.out.push('\u{fffd}'),
                _ => self.out.push(letter),
            }
        }
        self
    }

    /// A number.
    pub(super) fn num(&mut self, number: impl Display) -> &mut Self {
        let text = number.to_string();
        self.text(&text)
    }

    /// ` name="value"`.
    pub(super) fn attr(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// A count with its noun: "1 claim", "2 claims".
    pub(super) fn count(
        &mut self,
        number: usize,
        one: &'static str,
        many: &'static str,
    ) -> &mut Self {
        self.num(number)
            .raw("\u{a0}")
            .raw(if number == 1 { one } else { many })
    }

    /// A table head with these columns; a `#` before a name sets a column of numbers.
    pub(super) fn table(&mut self, class: &'static str, columns: &[&'static str]) -> &mut Self {
        self.raw("<table class=\"").raw(class).raw("\"><thead><tr>");
        for column in columns {
            match column.strip_prefix('#') {
                Some(number) => self.raw("<th scope=\"col\" class=\"n\">").raw(number),
                None => self.raw("<th scope=\"col\">").raw(column),
            };
            self.raw("</th>");
        }
        self.raw("</tr></thead><tbody>\n")
    }

    /// Ends a table.
    pub(super) fn end_table(&mut self) -> &mut Self {
        self.raw("</tbody></table>\n")
    }

    /// Begins a section with its heading; ends with `</section>`.
    pub(super) fn section(&mut self, id: &'static str, heading: &'static str) -> &mut Self {
        self.raw("<section id=\"")
            .raw(id)
            .raw("\" aria-labelledby=\"h-")
            .raw(id);
        self.raw("\"><h2 id=\"h-")
            .raw(id)
            .raw("\">")
            .raw(heading)
            .raw("</h2>\n")
    }

    /// Ends a section.
    pub(super) fn end_section(&mut self) -> &mut Self {
        self.raw("</section>\n")
    }

    /// The page as it stands.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        let mut page = Page::default();
        page.raw("<p")
            .attr("title", "\"><script>")
            .raw(">")
            .text("a<b>&'\u{202e}\u{0}");
        assert_eq!(
            page.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b&gt;&amp;&#39;\u{fffd}\u{fffd}"
        );
    }
}
