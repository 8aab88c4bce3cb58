//! What the names and classes of HTML elements say about the text in them.

use std::collections::BTreeMap;

/// What an element does to text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Begins and ends a block.
    Block,
    /// A heading.
    Heading,
    /// Runs inside a block.
    Inline,
    /// Has no end tag.
    Void,
    /// Its text is not for readers.
    Silent,
}

/// An open element.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the element"
)]
pub(super) struct Open {
    pub(super) name: String,
    pub(super) class: Class,
    /// Furniture by its name.
    pub(super) furniture: bool,
    /// Furniture by its class or id.
    pub(super) looks: bool,
    /// No reader sees its text.
    pub(super) hidden: bool,
    /// Those who have the page read to them do not hear it.
    pub(super) veiled: bool,
}

impl Open {
    /// Whether it holds the page's own text.
    pub(super) fn is_article(&self) -> bool {
        matches!(self.name.as_str(), "article" | "main")
    }
}

/// What the element of this name does.
pub(super) fn class_of(name: &str) -> Class {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Class::Heading,
        "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta"
        | "param" | "source" | "track" | "wbr" => Class::Void,
        "script" | "style" | "template" | "svg" | "math" | "iframe" | "object" | "select"
        | "textarea" | "noscript" | "canvas" | "audio" | "video" | "title" | "datalist" => {
            Class::Silent
        }
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "q" | "s"
        | "samp" | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u"
        | "var" | "nobr" | "o:p" => Class::Inline,
        _ => Class::Block,
    }
}

/// Whether an element is furniture by its name; a `header` inside an article holds its headline.
pub(super) fn is_furniture(name: &str, in_article: bool) -> bool {
    matches!(
        name,
        "nav" | "footer" | "aside" | "button" | "menu" | "dialog"
    ) || name == "header" && !in_article
}

/// Pieces of classes and ids that boilerplate goes by.
const LOOKS: &[&str] = &[
    "nav",
    "menu",
    "footer",
    "sidebar",
    "cookie",
    "consent",
    "comments",
    "share",
    "sharing",
    "social",
    "related",
    "breadcrumb",
    "breadcrumbs",
    "promo",
    "advert",
    "advertisement",
    "ads",
    "banner",
    "newsletter",
    "subscribe",
    "subscription",
    "popup",
    "modal",
    "pagination",
    "tags",
    "recommended",
    "widget",
];

/// Whether the class, id or role of an element says that it is boilerplate.
pub(super) fn is_boilerplate(name: &str, attributes: &BTreeMap<String, String>) -> bool {
    if !matches!(
        name,
        "div" | "section" | "ul" | "ol" | "table" | "p" | "span" | "form" | "td"
    ) {
        return false;
    }
    let role = attributes.get("role").map(String::as_str);
    if matches!(
        role,
        Some("navigation" | "banner" | "contentinfo" | "complementary" | "search")
    ) {
        return true;
    }
    ["class", "id"]
        .iter()
        .filter_map(|key| attributes.get(*key))
        .any(|value| {
            value
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| LOOKS.contains(&word.to_ascii_lowercase().as_str()))
        })
}

/// Ways in which a style makes text invisible, without spaces.
const INVISIBLE: &[&str] = &[
    "display:none",
    "visibility:hidden",
    "font-size:0;",
    "font-size:0px",
    "font-size:0pt",
    "font-size:0em",
    "font-size:0rem",
    "font-size:0%",
    "font-size:1px",
    "opacity:0;",
    "clip:rect(0",
    "transform:scale(0)",
    "text-indent:-9999",
    "mso-hide:all",
];

/// Whether an element says itself that no reader sees its text; style sheets are not looked at.
pub(super) fn is_hidden(attributes: &BTreeMap<String, String>) -> bool {
    attributes.contains_key("hidden")
        || attributes.get("style").is_some_and(|style| {
            let mut style = style.to_ascii_lowercase();
            style.retain(|c| !c.is_whitespace());
            let mut style = style.replace("!important", "");
            style.push(';');
            let empty = ["width:0;", "width:0px;", "height:0;", "height:0px;"];
            let sized = empty.iter().any(|way| {
                style
                    .split_inclusive(';')
                    .any(|piece| piece.trim_start_matches("max-") == *way)
            });
            INVISIBLE.iter().any(|way| style.contains(way))
                || sized && style.contains("overflow:hidden")
        })
}

/// Whether an element is kept from those who have the page read to them; most such elements repeat what stands elsewhere.
pub(super) fn is_veiled(attributes: &BTreeMap<String, String>) -> bool {
    let said = attributes.get("aria-hidden");
    said.is_some_and(|said| said.trim().eq_ignore_ascii_case("true"))
}
