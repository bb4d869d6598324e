/** The tour of the process. */
export const tourZh = {
  title: '办案导览',
  nav: '导览',
  hint: '第一次来？用两分钟看一遍一件重大执法决定怎样办：谁办、多长时间、依据什么。',
  begin: '看一遍',
  dismiss: '不用了',
  toWork: '去工作台',
  columns: { stage: '阶段', who: '谁办', within: '多长时间', next: '办什么（依据）' },
  limit: { wd: '{{count}} 个工作日', d: '{{count}} 日' },
  holders: {
    handlers: '承办人（两名以上）',
    firstReviewer: '科室初审员',
    sectionHead: '科室负责人',
    legalHead: '法制负责人',
    reviewer: '法制审核人员',
    adviser: '法律顾问',
    leaderInCharge: '分管领导',
    chair: '主要负责人（集体讨论）',
    nobody: '—',
  },
  stops: {
    investigation: {
      title: '立案和调查',
      told: '承办人立案，收集证据，事先告知当事人，听取陈述申辩，拟出决定。每一步都记入案卷，只增不改：这就是执法全过程记录。',
    },
    section: {
      title: '科室把关',
      told: '初审员看材料齐不齐，科室负责人看该不该报。不行就写明理由退回；办过本案的人，不能再审本案。',
    },
    review: {
      title: '法制审核',
      told: '法制机构逐项审核十项内容，出具意见。未经审核或者审核未通过的，不得作出决定：系统里没有任何人、任何按钮能绕过这一关。',
    },
    decision: {
      title: '决定',
      told: '重大案件集体讨论，其他案件由负责人审批，然后制发文书。制发的必须正是通过审核的那一版，改一个字都要重新审核。',
    },
    publicity: {
      title: '送达、公示、执行',
      told: '送达当事人；隐去个人信息、经第二人批准后向社会公示；执行完毕。三件事各有期限，谁也不等谁。',
    },
    archive: { title: '结案归档', told: '结案，核对案卷目录，归档。决定之后被撤销或者变更的，公示随之撤回或者更正。' },
  },
};
