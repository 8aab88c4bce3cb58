//! Giving up rights: memory, time, files, network, other processes.

use crate::Limits;

/// Confines this process for good; gives what could not be had, in words.
pub(crate) fn confine(limits: &Limits) -> Vec<String> {
    let mut lacking = Vec::new();
    #[cfg(unix)]
    lacking.extend(resources(limits));
    #[cfg(target_os = "linux")]
    {
        let no_files = linux::files();
        if let Some(why) = linux::calls() {
            // The filter refuses files too; without it, Landlock alone does.
            lacking.push(why);
            if !no_files {
                lacking.push("the reader could have opened files".to_owned());
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = limits;
        lacking.push("the reader ran without limits: this system has none".to_owned());
    }
    lacking
}

/// Ends this process as soon as the one that started it ends, however that ends (Linux).
///
/// Elsewhere a worker left behind still ends with its limit on processor time.
pub(crate) fn end_with_parent() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, set_parent_process_death_signal};
        // A kernel that refuses costs at most the seconds a worker may live.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
    }
}

/// Limits on address space, processor time, file size and open files.
#[cfg(unix)]
fn resources(limits: &Limits) -> Option<String> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, most: u64| {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit).is_ok()
    };
    let fine = [
        set(Resource::As, limits.memory_bytes),
        set(Resource::Cpu, limits.seconds),
        set(Resource::Fsize, 0),
        set(Resource::Core, 0),
        set(Resource::Nofile, 16),
    ];
    (!fine.iter().all(|&fine| fine))
        .then(|| "the reader ran without all of its limits: the system refused them".to_owned())
}

#[cfg(target_os = "linux")]
mod linux {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};
    use std::collections::BTreeMap;

    /// No files at all, by Landlock (Linux 5.13 and later); whether that could be had.
    pub(super) fn files() -> bool {
        use landlock::{ABI, Access, AccessFs, Ruleset, RulesetAttr, RulesetStatus};
        Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V3))
            .and_then(Ruleset::create)
            .and_then(landlock::RulesetCreated::restrict_self)
            .is_ok_and(|status| status.ruleset != RulesetStatus::NotEnforced)
    }

    /// System calls a reader needs once its standard streams are open: memory, those streams, the clock, its own end.
    const ALLOWED: &[libc::c_long] = &[
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_readv,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_fstat,
        libc::SYS_lseek,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_gettimeofday,
        libc::SYS_getrandom,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_tgkill,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// Everything but [`ALLOWED`] is refused with `EPERM`: no sockets, no files, no other program.
    pub(super) fn calls() -> Option<String> {
        filter()
            .err()
            .map(|why| format!("the reader ran without a filter of system calls: {why}"))
    }

    fn filter() -> Result<(), String> {
        let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| e.to_string())?;
        let rules: BTreeMap<i64, Vec<seccompiler::SeccompRule>> =
            ALLOWED.iter().map(|&call| (call, Vec::new())).collect();
        let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
        let filter = SeccompFilter::new(rules, refuse, SeccompAction::Allow, arch)
            .map_err(|e| e.to_string())?;
        let program = BpfProgram::try_from(filter).map_err(|e| e.to_string())?;
        seccompiler::apply_filter(&program).map_err(|e| e.to_string())
    }
}
