//! Endurance: changed bytes, kills at any moment, growth, hostile files.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts of files and words are far below 2^52"
)]

use crate::process::{self, megabytes};
use crate::say;
use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A small seeded generator (`SplitMix64`, Steele et al. 2014): the same seed, the same test.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below.max(1)
    }
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn scratch(name: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("clew-lab-{name}-{}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str()
        .with_context(|| format!("{} is no text", path.display()))
}

/// Changes single bytes of a copy of a case at random.
#[derive(Args)]
pub(crate) struct Flips {
    /// The case; it is not touched.
    case: PathBuf,
    /// How many changes, one at a time.
    #[arg(long, default_value_t = 100)]
    count: usize,
    /// Seed of the changes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Flips {
    pub(crate) fn run(&self) -> Result<()> {
        let copy = scratch("flips")?;
        let originals = files(&self.case)?;
        for path in &originals {
            let to = copy.join(path.strip_prefix(&self.case)?);
            fs::create_dir_all(to.parent().context("no parent")?)?;
            fs::copy(path, &to)?;
        }
        ensure!(
            vault::verify(&copy)?.faults.is_empty(),
            "the untouched copy does not verify"
        );
        let paths: Vec<(PathBuf, u64)> = files(&copy)?
            .into_iter()
            .map(|path| fs::metadata(&path).map(|found| (path, found.len())))
            .collect::<Result<_, _>>()?;
        let total: u64 = paths.iter().map(|(_, size)| size).sum();
        let mut dice = Dice(self.seed);
        let mut missed = Vec::new();
        let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
        for _ in 0..self.count {
            let (path, at) = pick(&paths, dice.roll(total));
            let kind = if path.ends_with("custody.jsonl") {
                "custody.jsonl"
            } else if path.ends_with("derived.db") {
                "derived.db"
            } else {
                "evidence"
            };
            *by_kind.entry(kind).or_default() += 1;
            let bytes = fs::read(path)?;
            let mut changed = bytes.clone();
            let mask = u8::try_from(1 + dice.roll(255)).context("mask")?;
            *changed.get_mut(usize::try_from(at)?).context("offset")? ^= mask;
            replace(path, &changed)?;
            if vault::verify(&copy)?.faults.is_empty() {
                missed.push(format!("{} byte {at}", path.display()));
            }
            replace(path, &bytes)?;
        }
        ensure!(
            vault::verify(&copy)?.faults.is_empty(),
            "the restored copy does not verify"
        );
        fs::remove_dir_all(&copy)?;
        say(&format!(
            "{} single-byte changes ({by_kind:?}), {} found, {} missed",
            self.count,
            self.count - missed.len(),
            missed.len()
        ));
        ensure!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
        Ok(())
    }
}

/// Evidence is read-only: it is put in place anew.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let permissions = fs::metadata(path)?.permissions();
    fs::remove_file(path)?;
    fs::write(path, bytes)?;
    Ok(fs::set_permissions(path, permissions)?)
}

fn pick(paths: &[(PathBuf, u64)], mut at: u64) -> (&Path, u64) {
    for (path, size) in paths {
        if at < *size {
            return (path, at);
        }
        at -= size;
    }
    (&paths[0].0, 0)
}

/// Kills `add` and `run` at random times.
#[derive(Args)]
pub(crate) struct Kills {
    /// Folder of files to add.
    files: PathBuf,
    /// How many kills.
    #[arg(long, default_value_t = 50)]
    count: usize,
    /// Latest moment of a kill, in milliseconds after the start.
    #[arg(long, default_value_t = 1500)]
    within: u64,
    /// Seed of the moments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Kills {
    pub(crate) fn run(&self) -> Result<()> {
        let clew = process::clew()?;
        let folder = scratch("kills")?;
        let (calm, rough) = (folder.join("calm"), folder.join("rough"));
        let evidence = text(&self.files)?;
        for case in [&calm, &rough] {
            process::run(
                &clew,
                &["new", text(case)?, "--name", "kills", "--who", "lab"],
            )?;
        }
        process::run(&clew, &["add", text(&calm)?, evidence, "--who", "lab"])?;
        process::run(&clew, &["run", text(&calm)?, "--who", "lab"])?;
        let mut dice = Dice(self.seed);
        let mut killed = 0;
        let mut lost = 0;
        while killed < self.count {
            // Half of them fall into `add`, half into `run` from an empty derived state.
            let adds = killed < self.count / 2;
            let arguments: Vec<&str> = if adds {
                vec!["--json", "add", text(&rough)?, evidence, "--who", "lab"]
            } else {
                vec!["run", text(&rough)?, "--who", "lab"]
            };
            let acknowledged = kill_once(&clew, &arguments, dice.roll(self.within))?;
            lost += missing(&rough, &acknowledged)?;
            killed += 1;
            if !adds && dice.roll(4) == 0 && rough.join("derived.db").exists() {
                fs::remove_file(rough.join("derived.db"))?;
            }
        }
        process::run(&clew, &["add", text(&rough)?, evidence, "--who", "lab"])?;
        process::run(&clew, &["run", text(&rough)?, "--who", "lab"])?;
        let export = |case: &Path| {
            process::output(
                &clew,
                &[
                    "export",
                    text(case)?,
                    "--as",
                    "jsonl",
                    "--unmask",
                    "comparison",
                    "--who",
                    "lab",
                ],
            )
        };
        let same = export(&calm)? == export(&rough)?;
        let faults = vault::verify(&rough)?.faults;
        let twice = vault::Case::open(&rough)?.evidence().len()
            != vault::Case::open(&calm)?.evidence().len();
        say(&format!(
            "{killed} kills: {lost} acknowledged pieces of evidence lost, finished case {} the undisturbed one, {} faults found by verify",
            if same {
                "identical to"
            } else {
                "DIFFERENT from"
            },
            faults.len()
        ));
        if lost > 0 || !same || twice || !faults.is_empty() {
            bail!("see {} ({faults:?})", folder.display());
        }
        Ok(fs::remove_dir_all(&folder)?)
    }
}

/// Starts `clew`, kills it after `wait` milliseconds; gives what it had acknowledged by then.
fn kill_once(clew: &Path, arguments: &[&str], wait: u64) -> Result<String> {
    let mut child = std::process::Command::new(clew)
        .args(arguments)
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()?;
    std::thread::sleep(Duration::from_millis(wait));
    // It may have ended by itself; then there is nothing to kill.
    drop(child.kill());
    let output = child.wait_with_output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How many of the pieces of evidence that were acknowledged are not in the case.
fn missing(case: &Path, acknowledged: &str) -> Result<usize> {
    let held: Vec<String> = vault::Case::open(case)?
        .evidence()
        .iter()
        .map(|record| record.id.to_string())
        .collect();
    let mut lost = 0;
    for line in acknowledged.lines() {
        // A line cut by the kill was not acknowledged.
        let Ok(value) = serde_json::from_str::<serde_json::Value>(line) else {
            continue;
        };
        if let Some(id) = value["evidence"].as_str()
            && !held.iter().any(|it| it == id)
        {
            lost += 1;
        }
    }
    Ok(lost)
}

/// Adds and runs growing numbers of files.
#[derive(Args)]
pub(crate) struct Scale {
    /// Folder of files.
    files: PathBuf,
    /// How many of them, in order of their names.
    #[arg(long, value_delimiter = ',', default_value = "105,210,420,840")]
    sizes: Vec<usize>,
}

impl Scale {
    pub(crate) fn run(&self) -> Result<()> {
        let clew = process::clew()?;
        let all = files(&self.files)?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        say(
            "files  words    add s   run s   peak main  peak worker  words/s/core  s per file against the row before",
        );
        let mut before: Option<(usize, f64)> = None;
        for &size in &self.sizes {
            ensure!(size <= all.len(), "there are only {} files", all.len());
            let folder = scratch("scale")?;
            let (case, input) = (folder.join("case"), folder.join("input"));
            fs::create_dir_all(&input)?;
            let mut words = 0;
            for path in &all[..size] {
                fs::copy(path, input.join(path.file_name().context("no name")?))?;
                words += fs::read_to_string(path).map_or(0, |text| text.split_whitespace().count());
            }
            process::run(&clew, &["new", text(&case)?, "--who", "lab"])?;
            let add = process::run(&clew, &["add", text(&case)?, text(&input)?, "--who", "lab"])?;
            let run = process::run(&clew, &["run", text(&case)?, "--who", "lab"])?;
            let seconds = run.wall.as_secs_f64();
            let growth = before.map_or_else(String::new, |(files, took)| {
                format!("{:.2}", (seconds / size as f64) / (took / files as f64))
            });
            say(&format!(
                "{size:>5}  {words:>7}  {:>5.2}  {seconds:>6.2}  {:>9}  {:>11}  {:>12.0}  {growth}",
                add.wall.as_secs_f64(),
                megabytes(run.main.max(add.main)),
                megabytes(run.worker),
                words as f64 / seconds / cores as f64
            ));
            before = Some((size, seconds));
            fs::remove_dir_all(&folder)?;
        }
        Ok(())
    }
}

/// Adds a folder of hostile files to one case.
#[derive(Args)]
pub(crate) struct Hostile {
    /// The folder; each folder in it is a corpus.
    files: PathBuf,
    /// Keep the case here instead of throwing it away.
    #[arg(long)]
    keep: Option<PathBuf>,
}

impl Hostile {
    pub(crate) fn run(&self) -> Result<()> {
        let clew = process::clew()?;
        let folder = scratch("hostile")?;
        let case = self.keep.clone().unwrap_or_else(|| folder.join("case"));
        process::run(&clew, &["new", text(&case)?, "--who", "lab"])?;
        let add = process::run(
            &clew,
            &["add", text(&case)?, text(&self.files)?, "--who", "lab"],
        )?;
        let run = process::run(&clew, &["run", text(&case)?, "--who", "lab"])?;
        let states = process::output(
            &clew,
            &[
                "--json",
                "status",
                text(&case)?,
                "--files",
                "--unmask",
                "table of states",
                "--who",
                "lab",
            ],
        )?;
        let mut of_evidence = BTreeMap::new();
        for line in states.lines() {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let word = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
            of_evidence.insert(word("id"), word("state"));
        }
        let mut table: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let mut stateless = 0;
        for path in files(&self.files)? {
            let corpus = path
                .strip_prefix(&self.files)?
                .iter()
                .next()
                .map(|it| it.to_string_lossy().into_owned());
            let id = model::EvidenceId::of(&fs::read(&path)?);
            match of_evidence.get(id.as_str()) {
                Some(state) => {
                    *table
                        .entry(corpus.unwrap_or_default())
                        .or_default()
                        .entry(state.clone())
                        .or_default() += 1;
                }
                None => stateless += 1,
            }
        }
        say("| corpus | read | partial | no text | refused |\n|---|---|---|---|---|");
        for (corpus, states) in &table {
            let count = |state: &str| states.get(state).copied().unwrap_or(0);
            say(&format!(
                "| {corpus} | {} | {} | {} | {} |",
                count("read"),
                count("partial"),
                count("no_text"),
                count("refused")
            ));
        }
        say(&format!(
            "{} files without a state; add {:.1} s, run {:.1} s, peak memory: main {}, worker {}",
            stateless,
            add.wall.as_secs_f64(),
            run.wall.as_secs_f64(),
            megabytes(run.main.max(add.main)),
            megabytes(run.worker)
        ));
        fs::remove_dir_all(&folder)?;
        ensure!(stateless == 0, "every file must end in a state");
        Ok(())
    }
}
