//! Properties over the shapes of names: particles, hyphens, short words, everyday words, three scripts, cases.

use super::*;
use crate::casefile::sample;
use model::{EntityKind, Protection};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Words that names are made of, each in several forms: as in the name, declined or transliterated.
const WORDS: &[&[&str]] = &[
    &["Fatima", "Фатима", "Фатиму", "Фатимой"],
    &["Zoya", "Зоя", "Зою", "Зоей"],
    &["Зоя", "Зои", "Зое", "Zoya"],
    &["Павел", "Павла", "Павлу", "Pavel"],
    &["Лев", "Льва", "Львом"],
    &["Андрей", "Андрея", "Андреем"],
    &["Мария", "Марии", "Марией", "Maria"],
    &["Белкина", "Белкиной", "Белкину", "Belkina"],
    &["Любовь", "Любови", "Любовью"],
    &["Ева", "Еву", "Евой", "Eva"],
    &["Март"],
    &["Май"],
    &["Su"],
    &["Yi"],
    &["Li"],
    &["Xi"],
    &["Min-ji"],
    &["Jean-Luc"],
    &["al-Sayed", "Al-Sayed", "alSayed"],
    &["el-Amin", "El-Amin"],
    &["O'Brien", "O’Brien"],
    &["D'Costa"],
    &["bint Ali"],
    &["van der Berg"],
    &["de los Ríos"],
    &["St. John"],
    &["Sue"],
    &["Grand"],
    &["Market"],
    &["Church"],
    &["May"],
    &["June"],
    &["Will"],
    &["Paris"],
    &["China"],
    &["León"],
    &["Mar"],
    &["Nina"],
    &["Vale"],
    &["Young"],
    &["Rosa"],
    &["Núñez"],
    &["Łucja"],
    &["Çiğdem"],
    &["Hope"],
    &["Short"],
];

/// Sentences around a name.
const SENTENCES: &[&str] = &[
    "Police said that {} had been seen there.",
    "{}, 15, never came back.",
    "Dijeron que {} no volvió.",
    "A {} no la vieron más.",
    "Говорят, что {} не было дома.",
    "({})",
    "{}",
    "row;17;{};0",
    "— {}? — asked nobody.",
    "Her name, {}, stood on it",
];

/// Letters of one script that look like those of another.
fn disguised(name: &str) -> String {
    let mut changed = 0;
    name.chars()
        .map(|letter| {
            let other = match letter {
                'a' => 'а',
                'e' => 'е',
                'o' => 'о',
                'а' => 'a',
                'е' => 'e',
                'о' => 'o',
                other => return other,
            };
            changed += 1;
            if changed % 2 == 1 { other } else { letter }
        })
        .collect()
}

/// How a whole name may be written.
fn written(name: &str, way: usize) -> String {
    match way % 14 {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => name.nfd().collect(),
        3 => name.replace(' ', "\n"),
        4 => name.replace(' ', "  "),
        5 => name.replace(' ', "\u{a0}"),
        6 => name.replace(' ', "-"),
        7 => name.replace(' ', "_"),
        8 => name.chars().flat_map(|letter| [letter, '\u{ad}']).collect(),
        9 => name.replace(' ', " Q. "),
        10 => disguised(name),
        11 => format!("{name}’s"),
        12 => format!("**{name}**"),
        _ => name.to_owned(),
    }
}

/// The words of a name of two letters or more, but its particles.
fn telling(name: &str) -> Vec<String> {
    const PARTICLES: &[&str] = &["al", "el", "van", "der", "de", "los", "bint", "st"];
    seen(name)
        .into_iter()
        .filter(|word| word.chars().count() > 1 && !PARTICLES.contains(&word.as_str()))
        .collect()
}

/// The words of a text without case and marks, look-alikes read as what they look like.
fn seen(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|c| !('\u{300}'..'\u{370}').contains(c) && *c != '\u{ad}')
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'а' => 'a',
            'е' => 'e',
            'о' => 'o',
            'р' => 'p',
            'с' => 'c',
            'у' => 'y',
            'х' => 'x',
            letter => letter,
        })
        .collect();
    plain
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A mask for one protected person besides those of the sample.
fn mask(name: &str) -> Mask {
    let mut study = sample::study();
    study.resolution.entities.push(sample::entity(
        name,
        EntityKind::Person,
        &[],
        &[Protection::Victim],
    ));
    Mask::of(&study)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1200,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_whole_name_is_masked_whole(
        picked in proptest::sample::subsequence((0..WORDS.len()).collect::<Vec<_>>(), 2..4).prop_shuffle(),
        form in 0usize..4,
        way in 0usize..14,
        sentence in 0usize..SENTENCES.len(),
    ) {
        let name = picked.iter().map(|word| WORDS[*word][0]).collect::<Vec<_>>().join(" ");
        let used = picked
            .iter()
            .map(|word| WORDS[*word][form % WORDS[*word].len()])
            .collect::<Vec<_>>()
            .join(" ");
        let used = written(&used, way);
        let text = SENTENCES[sentence].replace("{}", &used);
        let out = mask(&name).text(&text);
        let rest = SENTENCES[sentence].replace("{}", "");
        let (shown, around) = (seen(&out), seen(&rest));
        for word in telling(&used).iter().chain(&telling(&name)) {
            let count = |all: &[String]| all.iter().filter(|one| *one == word).count();
            prop_assert!(count(&shown) <= count(&around), "{name}: {text:?} gives {out:?}");
        }
    }

    #[test]
    fn words_that_are_nobody_s_name_stay(
        picked in proptest::sample::subsequence((0..WORDS.len()).collect::<Vec<_>>(), 2..4),
        sentence in 0usize..SENTENCES.len(),
    ) {
        let name = picked.iter().map(|word| WORDS[*word][0]).collect::<Vec<_>>().join(" ");
        let text = SENTENCES[sentence].replace("{}", "Quentin Osgood");
        prop_assert_eq!(mask(&name).text(&text), text);
    }
}

#[test]
fn everyday_words_stay_readable() {
    for (name, text) in [
        ("May Grand", "On 3 May 2025 the grand jury may meet."),
        ("Will Church", "They will meet in the church. Will he come?"),
        ("Sue Market", "They sue; the market fell."),
        ("Su Mar", "Su madre vio el mar. Su casa quedó lejos."),
        ("Ева Май", "В мае, 3 мая, было тепло."),
        ("Nina Vale", "La niña dijo que vale la pena."),
        ("Faith Young", "A young man in good faith."),
        ("Fatima al-Sayed", "Vio al niño y al padre."),
        ("Зоя Март", "В марте звали 5 марта."),
    ] {
        assert_eq!(mask(name).text(text), text, "{name}");
    }
}

#[test]
fn a_single_word_of_a_name_is_masked_where_it_is_a_name() {
    for (name, text, wanted) in [
        (
            "May Grand",
            "Police found Grand there.",
            "Police found [person 4, victim] there.",
        ),
        (
            "Will Church",
            "Will was beaten.",
            "[person 4, victim] was beaten.",
        ),
        (
            "Su Yi",
            "They hit Su and left.",
            "They hit [person 4, victim] and left.",
        ),
        (
            "Paris Lane",
            "They saw Paris, she wept.",
            "They saw [person 4, victim], she wept.",
        ),
        (
            "Min-ji Kim",
            "Minji spoke to KIM MIN-JI.",
            "[person 4, victim] spoke to [person 4, victim].",
        ),
        (
            "Fatima al-Sayed",
            "Mr al-Sayed wept.",
            "Mr [person 4, victim] wept.",
        ),
        (
            "Zoe Bell",
            "Write to zoebell@example.org",
            "Write to [person 4, victim]@example.org",
        ),
        ("Zoe Bell", "Write to @zbell_x now", "Write to @zbell_x now"),
        (
            "Zoe Bell",
            "Write to @bellzoe88 now",
            "Write to @[person 4, victim] now",
        ),
    ] {
        let out = mask(name).text(text);
        // Whatever its number is among the sample's people.
        let number = mask(name).text(name);
        assert_eq!(out, wanted.replace("[person 4, victim]", &number), "{name}");
    }
}
