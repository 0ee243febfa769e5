#!/usr/bin/env bash
# A Slurm array over a manifest: sbatch --array=0-19 slurm.sh TASKS RESULTS
# Slurm 数组作业：sbatch --array=0-19 slurm.sh 清单 结果目录
#
# Both lie where every node sees them. The share of each task of the array follows from its number and their count,
# which Slurm sets. A task that is requeued, or run again by the same line, does what has no result yet.
#SBATCH --job-name=fleet
#SBATCH --ntasks=1
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=fleet-%A_%a.log
# Slurm asks to stop a minute before the end: what is done by then is kept.
#SBATCH --signal=TERM@60
set -uo pipefail
# The process is this one, so that the signal reaches it.
exec srun --ntasks=1 shuanggang fleet run "$1" --out "$2"
