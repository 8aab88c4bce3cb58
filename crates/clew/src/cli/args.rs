//! What the command line can ask for. One struct a command, its help beside it.

mod dismantle;
mod values;

pub(super) use dismantle::{Dismantle, React, What};

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use values::{
    certainty, date, entity_kind, kind, layer, limit, map, named, polarity, region, role, some,
    zone,
};

/// Investigate from evidence: who said what, how sure, where exactly it stands.
///
/// clew works offline on one folder, the case. It states sources; it never decides guilt.
#[derive(Parser)]
#[command(
    name = "clew",
    version,
    max_term_width = 100,
    after_help = "\
Begin with:
  clew demo                              a whole invented case, to look around in
  clew new CASE && clew add CASE FOLDER && clew run CASE && clew report CASE"
)]
pub(super) struct Arguments {
    /// Write JSON Lines instead of tables.
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    New(New),
    Add(Add),
    Run(Run),
    Status(Status),
    Claims(Claims),
    Entities(Entities),
    Links(Links),
    Network(Network),
    Dismantle(Dismantle),
    Findings(Findings),
    Calls(super::calls::Calls),
    Show(Show),
    Search(Search),
    Judge(Judge),
    Report(Report),
    Export(Export),
    Verify(Verify),
    Extract(Extract),
    Demo(Demo),
}

/// Make an empty case.
#[derive(Args)]
#[command(after_help = "Example:\n  clew new harbour --name \"Operation Harbour\"")]
pub(super) struct New {
    /// The folder to make.
    pub(super) case: PathBuf,
    /// What the case is called; the folder's name if not given.
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Who does this; goes into the custody log. Your login name if not given.
    #[arg(long, env = "CLEW_WHO")]
    pub(super) who: Option<String>,
}

/// Put files, folders or archives into a case as evidence.
///
/// The bytes are stored as they are, named by their SHA-256, and entered in the custody log. The same bytes
/// added again are one piece of evidence with two entries. When this command says "added", it is on disk.
#[derive(Args)]
#[command(after_help = "Examples:
  clew add harbour ~/collected --from \"field office\" --basis \"consent form 12\"
  clew add harbour calls.csv --zone America/Havana --region CU --basis \"court order 4/24\"")]
pub(super) struct Add {
    /// The case.
    pub(super) case: PathBuf,
    /// Files, or folders with everything in them.
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Who published it, where the files do not say so themselves.
    #[arg(long)]
    pub(super) publisher: Option<String>,
    /// When it was published or written: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long, value_parser = date)]
    pub(super) date: Option<model::PartialDate>,
    /// Who handed it in.
    #[arg(long)]
    pub(super) from: Option<String>,
    /// On what legal basis it is held: consent, court order, open source ...
    #[arg(long)]
    pub(super) basis: Option<String>,
    /// Call records: time zone of the times, as an IANA name or an offset like +03:00.
    #[arg(long, value_parser = zone)]
    pub(super) zone: Option<String>,
    /// Call records: region in which national numbers are to be read, like CU or RU.
    #[arg(long, value_parser = region)]
    pub(super) region: Option<String>,
    /// Call records: which column is what, like from=2,to=3,start=0,duration=4 (counted from 0, or by header).
    #[arg(long, value_parser = map)]
    pub(super) map: Option<String>,
    /// Call records: order of day and month in the dates, where the file leaves it open: dmy or mdy.
    #[arg(long, value_parser = ["dmy", "mdy"])]
    pub(super) order: Option<String>,
    /// Call records: the subscriber's own number, where the file does not state it.
    #[arg(long)]
    pub(super) own: Option<String>,
    /// The tables are no call records, whatever they look like.
    #[arg(long)]
    pub(super) not_calls: bool,
    /// Who does this; goes into the custody log.
    #[arg(long, env = "CLEW_WHO")]
    pub(super) who: Option<String>,
}

/// Read all evidence and work out claims, entities, links and findings.
///
/// Goes on where it was stopped. Run again without change, it writes nothing.
#[derive(Args)]
#[command(after_help = "Examples:
  clew run harbour
  clew run harbour --deep")]
pub(super) struct Run {
    /// The case.
    pub(super) case: PathBuf,
    /// How many files are read at a time; one a core if not given.
    #[arg(long, value_parser = some)]
    pub(super) jobs: Option<usize>,
    /// Memory a file's reader may take, in MiB; with less than 32 no reader starts.
    #[arg(long, default_value_t = super::run::MEMORY, value_parser = clap::value_parser!(u64).range(32..=1_048_576))]
    pub(super) memory: u64,
    /// Time a file's reader may take, in seconds.
    #[arg(long, default_value_t = super::run::SECONDS, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(super) seconds: u64,
    /// Read English for claims, Spanish and Russian for names, with the deep taggers, this time and from now on: better,
    /// many times slower. Files that were read without them are read again.
    #[arg(long)]
    pub(super) deep: bool,
    /// Read without the deep taggers again, this time and from now on.
    #[arg(long, conflicts_with = "deep")]
    pub(super) plain: bool,
    /// Who does this; goes into the custody log.
    #[arg(long, env = "CLEW_WHO")]
    pub(super) who: Option<String>,
}

/// Say what a case holds, what could not be read, and what to do next.
#[derive(Args)]
#[command(after_help = "Example:\n  clew status harbour --files")]
pub(super) struct Status {
    /// The case.
    pub(super) case: PathBuf,
    /// List every file with its state.
    #[arg(long)]
    pub(super) files: bool,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Whether protected persons are shown by name.
#[derive(Args, Clone)]
pub(super) struct Sight {
    /// Show protected persons by name, for this reason; the reason goes into the custody log.
    #[arg(long, value_name = "WHY")]
    pub(super) unmask: Option<String>,
    /// Who looks; goes into the custody log when names are unmasked.
    #[arg(long, env = "CLEW_WHO")]
    pub(super) who: Option<String>,
}

/// List claims: who said what, how sure.
#[derive(Args)]
#[command(after_help = "Examples:
  clew claims harbour --certainty alleged --person Kravets
  clew claims harbour --polarity denied --since 2024-03 --json")]
pub(super) struct Claims {
    /// The case.
    pub(super) case: PathBuf,
    /// Only claims whose source holds this text.
    #[arg(long)]
    pub(super) source: Option<String>,
    /// Only this certainty; may be given several times.
    #[arg(long, value_parser = certainty)]
    pub(super) certainty: Vec<model::Certainty>,
    /// Only affirmed, or only denied.
    #[arg(long, value_parser = polarity)]
    pub(super) polarity: Option<model::Polarity>,
    /// Only this kind: fact, promise, position, question, order.
    #[arg(long, value_parser = kind)]
    pub(super) kind: Option<model::Kind>,
    /// Only claims by this person, or in whose sentence he is named (name or e-... identifier).
    #[arg(long)]
    pub(super) person: Option<String>,
    /// Only from documents of this date or later.
    #[arg(long, value_parser = date)]
    pub(super) since: Option<model::PartialDate>,
    /// Only from documents of this date or earlier.
    #[arg(long, value_parser = date)]
    pub(super) until: Option<model::PartialDate>,
    /// Only from this document (identifier, or part of its file name).
    #[arg(long)]
    pub(super) document: Option<String>,
    /// Only claims whose words hold this text.
    #[arg(long)]
    pub(super) text: Option<String>,
    /// Also the authors' own assertions.
    #[arg(long)]
    pub(super) authors: bool,
    /// At most so many.
    #[arg(long, value_parser = limit)]
    pub(super) limit: Option<usize>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// List people, organisations, places and phones.
#[derive(Args)]
#[command(after_help = "Example:\n  clew entities harbour --kind person --role recruiter")]
pub(super) struct Entities {
    /// The case.
    pub(super) case: PathBuf,
    /// Only this kind: person, organisation, place, phone, document, address, group.
    #[arg(long, value_parser = entity_kind)]
    pub(super) kind: Option<model::EntityKind>,
    /// Only who is said to hold this role.
    #[arg(long, value_parser = role)]
    pub(super) role: Option<model::Role>,
    /// Only names that hold this text.
    #[arg(long)]
    pub(super) name: Option<String>,
    /// Only named in this document (identifier, or part of its file name).
    #[arg(long)]
    pub(super) document: Option<String>,
    /// At most so many.
    #[arg(long, value_parser = limit)]
    pub(super) limit: Option<usize>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// List who is tied to whom, layer by layer.
#[derive(Args)]
#[command(after_help = "Example:\n  clew links harbour --layer recruited --person e-3k9x0m2a")]
pub(super) struct Links {
    /// The case.
    pub(super) case: PathBuf,
    /// Only this layer.
    #[arg(long, value_parser = layer, help = "Only this layer: called, messaged, met, paid, travelled, kin, recruited, commanded, uses, named_together")]
    pub(super) layer: Option<model::Layer>,
    /// Only links of this person, phone or organisation (name or identifier).
    #[arg(long)]
    pub(super) person: Option<String>,
    /// Only this certainty; may be given several times.
    #[arg(long, value_parser = certainty)]
    pub(super) certainty: Vec<model::Certainty>,
    /// Only links that lasted to this date or later.
    #[arg(long, value_parser = date)]
    pub(super) since: Option<model::PartialDate>,
    /// Only links that began on this date or earlier.
    #[arg(long, value_parser = date)]
    pub(super) until: Option<model::PartialDate>,
    /// At most so many.
    #[arg(long, value_parser = limit)]
    pub(super) limit: Option<usize>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Say where people stand in the network, between which ranks, and who alone ties groups together.
///
/// Takes a case, or a file of edges: a first line "N M" and then "a b" a line, or CSV from,to[,weight,layer,time].
#[derive(Args)]
#[command(after_help = "Examples:
  clew network harbour --layer met --layer called --top 10
  clew network harbour --by month
  clew network harbour --measure closeness
  clew network edges.csv --json")]
pub(super) struct Network {
    /// The case, or a file of edges.
    pub(super) source: PathBuf,
    /// Only this layer; may be given several times. All but the weakest if not given.
    #[arg(
        long,
        help = "Only this layer; may be given several times. All but named_together if not given"
    )]
    pub(super) layer: Vec<String>,
    /// Only links that lasted to this date or later.
    #[arg(long, value_parser = date)]
    pub(super) from: Option<model::PartialDate>,
    /// Only links that began on this date or earlier.
    #[arg(long, value_parser = date)]
    pub(super) to: Option<model::PartialDate>,
    /// Show the network week by week or month by month, each layer for itself and all together.
    #[arg(long, value_parser = ["week", "month"])]
    pub(super) by: Option<String>,
    /// Rank by this measure.
    #[arg(long, default_value = "betweenness", value_parser = super::network::MEASURES)]
    pub(super) measure: String,
    /// At most so many people; with --by, so many of each period and layer.
    #[arg(long)]
    pub(super) top: Option<usize>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// List contradictions, corroborations, drift, gaps and proceedings.
#[derive(Args)]
#[command(after_help = "Example:\n  clew findings harbour --kind contradiction")]
pub(super) struct Findings {
    /// The case.
    pub(super) case: PathBuf,
    /// Only this kind.
    #[arg(
        long,
        value_parser = ["corroboration", "contradiction", "drift", "gap", "proceeding", "two_sided", "origin"],
        help = "Only this kind"
    )]
    pub(super) kind: Option<String>,
    /// Only findings that rest on this document (identifier, or part of its file name).
    #[arg(long)]
    pub(super) document: Option<String>,
    /// At most so many.
    #[arg(long, value_parser = limit)]
    pub(super) limit: Option<usize>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Show one thing and the words it rests on: a claim, entity, link, finding, document, evidence, entry.
#[derive(Args)]
#[command(after_help = "Example:\n  clew show harbour c-7kq3m9xt")]
pub(super) struct Show {
    /// The case.
    pub(super) case: PathBuf,
    /// Its identifier as any list prints it (c-.., e-.., l-.., f-.., g-.., p-.., o-.., j-N, a document or evidence).
    #[arg(value_parser = named)]
    pub(super) id: String,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Search the text of all documents; finds other forms of a word, too.
#[derive(Args)]
#[command(after_help = "Example:\n  clew search harbour 'passport \"airport\" -visa'")]
pub(super) struct Search {
    /// The case.
    pub(super) case: PathBuf,
    /// Words; \"in quotes\" for a phrase, -word to leave out (where it comes first, after --).
    #[arg(required = true)]
    pub(super) words: Vec<String>,
    /// At most so many.
    #[arg(long, default_value_t = 20, value_parser = some)]
    pub(super) limit: usize,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Decide something, with who and why. Judgements always win, and can be taken back.
#[derive(Args)]
#[command(after_help = "Examples:
  clew judge harbour pairs
  clew judge harbour same e-3k9x0m2a e-91hf7c0d --why \"same passport number\"
  clew judge harbour role e-3k9x0m2a victim --why \"identified by the shelter\"
  clew judge harbour misread c-7kq3m9xt --why \"the subject is the second name\"
  clew judge harbour grade 5f2c... B2 --why \"reported well before\"
  clew judge harbour undo j-14 --why \"wrong person\"")]
pub(super) struct Judge {
    /// The case.
    pub(super) case: PathBuf,
    #[command(subcommand)]
    pub(super) verdict: JudgeVerdict,
    /// Why; goes into the custody log.
    #[arg(long, global = true, default_value = "")]
    pub(super) why: String,
    /// Who decides; goes into the custody log.
    #[arg(long, env = "CLEW_WHO", global = true)]
    pub(super) who: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum JudgeVerdict {
    /// Both are the same.
    Same {
        /// One entity.
        a: String,
        /// The other.
        b: String,
    },
    /// They are not the same.
    NotSame {
        /// One entity.
        a: String,
        /// The other.
        b: String,
    },
    /// Looked at and left open.
    Unsure {
        /// One entity.
        a: String,
        /// The other.
        b: String,
    },
    /// The entity holds a role.
    #[command(
        about = "The entity holds a role: organiser, recruiter, broker, transporter, exploiter, recruit, victim, possible_victim, minor, witness, official, lawyer, journalist, relative"
    )]
    Role {
        /// Who.
        entity: String,
        /// Which role.
        #[arg(value_parser = role)]
        role: model::Role,
    },
    /// The entity does not hold the role, whatever the texts seem to say. Takes away what protects, too.
    NotRole {
        /// Who.
        entity: String,
        /// Which role.
        #[arg(value_parser = role)]
        role: model::Role,
    },
    /// The program misread this claim: it and every role, link and finding that rests on it are set aside.
    Misread {
        /// The claim, like c-7kq3m9xt.
        claim: String,
    },
    /// Grade a document by the Admiralty code: source A-F, information 1-6; one at a time is better.
    Grade {
        /// The document.
        document: String,
        /// The grade, like B2, B or 2.
        grade: String,
    },
    /// Take a judgement back.
    Undo {
        /// Which, like j-14.
        judgement: String,
    },
    /// List all judgements.
    List,
    /// List pairs of persons and organisations that may be one, with what speaks for and against it.
    ///
    /// Nothing is merged by being listed. Pairs on which somebody has decided are left out.
    Pairs {
        /// Only pairs with this in a name, or this identifier.
        #[arg(long)]
        name: Option<String>,
        /// How many pairs at most.
        #[arg(long, default_value_t = 30)]
        limit: usize,
    },
}

/// Write the case file as one HTML page that also prints.
#[derive(Args)]
#[command(after_help = "Example:\n  clew report harbour --output harbour.html")]
pub(super) struct Report {
    /// The case.
    pub(super) case: PathBuf,
    /// Where to write it; CASE-NAME.html beside the case if not given.
    #[arg(long, short)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

/// Write the case for other programs, with a statement of what that format cannot carry.
#[derive(Args)]
#[command(after_help = "Examples:
  clew export harbour --as ftm --output harbour.ftm.json
  clew export harbour --as csv --output harbour-tables")]
pub(super) struct Export {
    /// The case.
    pub(super) case: PathBuf,
    /// The format.
    #[arg(long = "as", value_enum)]
    pub(super) format: ExportFormat,
    /// Where to write it (for csv a folder); standard output if not given (not csv).
    #[arg(long, short)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) sight: Sight,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// Entities of the open model of that name.
    #[value(help = "FollowTheMoney entities, one JSON object a line")]
    Ftm,
    /// The network for graph programs.
    #[value(help = "The network as GraphML")]
    Graphml,
    /// Tables as CSV files in a folder.
    Csv,
    /// Everything, one JSON object a line.
    Jsonl,
}

/// Check that nothing in a case was changed, removed, added or reordered.
#[derive(Args)]
#[command(after_help = "Example:\n  clew verify harbour")]
pub(super) struct Verify {
    /// The case.
    pub(super) case: PathBuf,
}

/// Extract claims, mentions, gaps and proceedings from files, without a case.
///
/// Offsets are bytes of the file's text; for a UTF-8 .txt file, of the file itself.
#[derive(Args)]
#[command(after_help = "Examples:
  clew extract article.txt --lang en --date 2024-05-03 --json
  clew extract article.txt --deep --json")]
pub(super) struct Extract {
    /// The files.
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Language of the text.
    #[arg(long, value_enum, default_value_t = Lang::Auto)]
    pub(super) lang: Lang,
    /// Date of the text, for dates like "last June".
    #[arg(long, value_parser = date)]
    pub(super) date: Option<model::PartialDate>,
    /// Also the author's own assertions, as claims with neither source nor cue, marked "author":true, and words in
    /// quotation marks of which the text does not say whose they are.
    #[arg(long)]
    pub(super) authors: bool,
    /// Read English for claims, Spanish and Russian for names, with the deep taggers: better, many times slower.
    #[arg(long)]
    pub(super) deep: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// Told from the text.
    Auto,
    /// English.
    En,
    /// Spanish.
    Es,
    /// Russian.
    Ru,
}

/// Make the demonstration case, run it, and write its case file.
#[derive(Args)]
#[command(after_help = "Example:\n  clew demo --folder tour")]
pub(super) struct Demo {
    /// The folder to make the case in.
    #[arg(long, default_value = "malecon.clew")]
    pub(super) folder: PathBuf,
}
