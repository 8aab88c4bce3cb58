//! What a page says about itself: meta elements, JSON-LD, time elements, its first heading, its byline.

use super::attribute_date;
use model::PartialDate;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Everything said, the first of each kind.
#[derive(Default)]
pub(super) struct Meta {
    said: RefCell<BTreeMap<Said, String>>,
    dates: RefCell<BTreeMap<Said, PartialDate>>,
}

/// What was said and where; the order is that of trust.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    LinkedTitle,
    MetaTitle,
    Heading,
    PageTitle,
    MetaDate,
    LinkedDate,
    TimeElement,
    Line,
    MetaSite,
    LinkedPublisher,
    MetaPublisher,
    LinkedAuthor,
    MetaAuthor,
    Byline,
}

impl Meta {
    fn put(&self, said: Said, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && !text.starts_with("http") {
            self.said.borrow_mut().entry(said).or_insert(text);
        }
    }

    fn put_date(&self, said: Said, text: &str) {
        if let Some(date) = attribute_date(text) {
            self.dates.borrow_mut().entry(said).or_insert(date);
        }
    }

    /// A `meta` element.
    pub(super) fn element(&self, attributes: &BTreeMap<String, String>) {
        let Some(content) = attributes.get("content") else {
            return;
        };
        let Some(name) = ["property", "name", "itemprop"]
            .iter()
            .find_map(|key| attributes.get(*key))
        else {
            return;
        };
        match name.to_ascii_lowercase().as_str() {
            "og:title" | "dc.title" | "headline" | "twitter:title" => {
                self.put(Said::MetaTitle, content);
            }
            "og:site_name" => self.put(Said::MetaSite, content),
            "publisher" | "dc.publisher" | "article:publisher" | "application-name" => {
                self.put(Said::MetaPublisher, content);
            }
            "author" | "dc.creator" | "article:author" => self.put(Said::MetaAuthor, content),
            "article:published_time"
            | "datepublished"
            | "date"
            | "dc.date"
            | "dc.date.issued"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "dcterms.created"
            | "parsely-pub-date"
            | "og:published_time" => {
                self.put_date(Said::MetaDate, content);
            }
            _ => {}
        }
    }

    /// A `time` element.
    pub(super) fn time(&self, attributes: &BTreeMap<String, String>) {
        if let Some(value) = attributes.get("datetime") {
            self.put_date(Said::TimeElement, value);
        }
    }

    /// The text of a JSON-LD script (schema.org).
    pub(super) fn linked_data(&self, text: &str) {
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            self.value(&value, 0);
        }
    }

    fn value(&self, value: &Value, depth: usize) {
        if depth > 4 {
            return;
        }
        if let Value::Array(items) = value {
            items
                .iter()
                .take(50)
                .for_each(|item| self.value(item, depth + 1));
        }
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        if let Some(date) = text("datePublished") {
            self.put_date(Said::LinkedDate, date);
        }
        if let Some(title) = text("headline") {
            self.put(Said::LinkedTitle, title);
        }
        for (key, said) in [
            ("publisher", Said::LinkedPublisher),
            ("author", Said::LinkedAuthor),
        ] {
            let who = value.get(key).map(|who| who.get(0).unwrap_or(who));
            if let Some(name) = who.and_then(|who| who.get("name").unwrap_or(who).as_str()) {
                self.put(said, name);
            }
        }
        if let Some(graph) = value.get("@graph") {
            self.value(graph, depth + 1);
        }
    }

    /// The text of the `title` element.
    pub(super) fn page_title(&self, text: &str) {
        self.put(Said::PageTitle, text);
    }

    /// A heading of the main text.
    pub(super) fn heading(&self, text: &str) {
        self.put(Said::Heading, text);
    }

    /// An author named by a byline.
    pub(super) fn byline(&self, text: &str) {
        self.put(Said::Byline, text);
    }

    /// A date that stands on a line of its own.
    pub(super) fn line(&self, date: PartialDate) {
        self.dates.borrow_mut().entry(Said::Line).or_insert(date);
    }

    fn first(&self, order: &[Said]) -> Option<String> {
        let said = self.said.borrow();
        order.iter().find_map(|key| said.get(key).cloned())
    }

    /// Its title.
    pub(super) fn title(&self) -> Option<String> {
        self.first(&[
            Said::LinkedTitle,
            Said::MetaTitle,
            Said::Heading,
            Said::PageTitle,
        ])
    }

    /// Who published it, or failing that who wrote it.
    pub(super) fn publisher(&self) -> Option<String> {
        self.first(&[
            Said::MetaSite,
            Said::LinkedPublisher,
            Said::MetaPublisher,
            Said::LinkedAuthor,
            Said::MetaAuthor,
            Said::Byline,
        ])
    }

    /// When it was published.
    pub(super) fn date(&self) -> Option<PartialDate> {
        self.dates.borrow().values().next().copied()
    }
}
