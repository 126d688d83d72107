"""What figures say, in both languages: the one place for their words.

In braces stands what is filled in, between backquotes code. `FIGURE` and `PANEL` are for what is
written while the site is built; `STEPPER` goes to docs/assets/figures/stepper.js, which knows it
by its keys.
"""

from __future__ import annotations

FIGURE: dict[str, dict[str, str]] = {
    "zh": {
        "title": "计算图，{count} 个节点，从 {leaves} 到 {root}，标着值和梯度；"
        "同样的数字在后面的表里",
        "legend": "每个框是一个节点，上行是张量和算出它的代码，中行是节点名，"
        "下行是值和收到的梯度 ∇。线上是送出的梯度，由下往上走。",
        "table": "图中的数字",
        "node": "节点",
        "tensor": "张量",
        "value": "值",
        "received": "收到的梯度",
        "sent": "送出的梯度",
    },
    "en": {
        "title": "Computational graph of {count} nodes, from {leaves} to {root}, with values and "
        "gradients; the same numbers are in the table below",
        "legend": "Each box is a node: the tensor and the code that computed it, the node’s name, "
        "the value, and after ∇ the gradient received. On the lines, the gradients sent; they "
        "travel upward.",
        "table": "The numbers in the picture",
        "node": "Node",
        "tensor": "Tensor",
        "value": "Value",
        "received": "Gradient received",
        "sent": "Gradient sent",
    },
}

# The buttons and the slider of a stepper.
PANEL: dict[str, dict[str, str]] = {
    "zh": {
        "first": "回到第一步",
        "previous": "上一步",
        "next": "下一步",
        "backward": "到反向的第一步",
        "last": "到最后一步",
        "guess": "先猜再看",
        "input": "{leaf} 的值",
    },
    "en": {
        "first": "To the first step",
        "previous": "Back",
        "next": "Next",
        "backward": "To the backward pass",
        "last": "To the last step",
        "guess": "Guess first",
        "input": "Value of {leaf}",
    },
}

STEPPER: dict[str, dict[str, str]] = {
    "zh": {
        # Around the sentences
        "answer": "你猜的数",
        "check": "核对",
        "reveal": "看答案",
        "right": "猜对了。",
        "wrong": "不对，再想想。",
        "link": "这一步的链接",
        "step": "第 {step} 步，共 {steps} 步",
        "forward phase": "前向",
        "backward phase": "反向",
        "call": "第 {call} 次调用",
        # What happens
        "rest": "图上是走完的样子。按「下一步」，从头走一遍。",
        "leaf": "第 {line} 行，叶子 `{name}` = {value}。它的节点是 `{fn}`。",
        "made": "第 {line} 行，`{code}` 得 {value}，记下节点 `{fn}`。",
        "saved": "节点存下 {saved}，反向时要用。",
        "seed": "第 {line} 行调用 `{asked}`，把种子 {seed} 交给根 `{name}`。",
        "runs": "`{fn}` 收到 {received}。",
        "sends": "送给 `{name}`：{received} × {local} = {sent}，其中 {local} 是局部导数。",
        "sends tensor": "送给 `{name}`：{received} 乘雅可比矩阵 {local}，得 {sent}。",
        "sends unknown": "送给 `{name}`：{sent}。",
        "custom": "节点来自 Python 写的自定义函数，局部导数无从得知。",
        "outputs": "节点有几个输出，局部导数没有记录。",
        "large": "雅可比矩阵太大，没有记录。",
        "waits": "`{name}` 要等 {needed} 份，才到 {arrived} 份：{parts} + ……",
        "adds": "`{name}` 的 {needed} 份到齐了：{parts} = {sum}。",
        "ran": "torch 运行了",
        "ran nothing": "原样送出，什么也不用算。",
        "accumulates": "`{fn}` 收到 {received}，加进 `{name}.grad`："
        "原来是 {before}，现在是 {after}。",
        "captured": "`{asked}` 把 {received} 作为 `{name}` 的梯度返回，不写入 `grad`。",
        "hooked": "节点收到之前，钩子改过这个梯度。",
        # What is asked
        "ask": "`{fn}` 收到 {received}，局部导数是 {local}。它送给 `{name}` 多少？",
        "ask entry": "`{fn}` 收到 {received}，雅可比矩阵是 {local}。"
        "它送给 `{name}` 的梯度，第一个元素是多少？",
        "ask leaf": "`{name}` 收到 {parts}，`{name}.grad` 原来是 {before}。现在是多少？",
    },
    "en": {
        # Around the sentences
        "answer": "Your guess",
        "check": "Check",
        "reveal": "Show it",
        "right": "Right.",
        "wrong": "No. Try again.",
        "link": "Link to this step",
        "step": "Step {step} of {steps}",
        "forward phase": "forward",
        "backward phase": "backward",
        "call": "call {call}",
        # What happens
        "rest": "The picture shows the finished run. Press Next to walk through it.",
        "leaf": "Line {line}: the leaf `{name}` = {value}. Its node is `{fn}`.",
        "made": "Line {line}: `{code}` gives {value} and leaves the node `{fn}`.",
        "saved": "The node keeps {saved} for the backward pass.",
        "seed": "Line {line}: `{asked}` hands the seed {seed} to the root `{name}`.",
        "runs": "`{fn}` receives {received}.",
        "sends": "To `{name}` it sends {received} × {local} = {sent}; "
        "{local} is the local derivative.",
        "sends tensor": "To `{name}` it sends {received} times the Jacobian {local}, "
        "that is {sent}.",
        "sends unknown": "To `{name}` it sends {sent}.",
        "custom": "The node is a custom function in Python, so its local derivative is not known.",
        "outputs": "The node has several outputs; local derivatives were not recorded.",
        "large": "The Jacobian is too large and was not recorded.",
        "waits": "`{name}` waits for {needed} parts and has {arrived}: {parts} + …",
        "adds": "`{name}` now has its {needed} parts: {parts} = {sum}.",
        "ran": "torch ran",
        "ran nothing": "It passes the gradient on; there is nothing to compute.",
        "accumulates": "`{fn}` receives {received} and adds it to `{name}.grad`: it was {before}, "
        "now it is {after}.",
        "captured": "`{asked}` returns {received} as the gradient of `{name}`; "
        "`grad` is untouched.",
        "hooked": "A hook changed this gradient before the node received it.",
        # What is asked
        "ask": "`{fn}` receives {received}; the local derivative is {local}. "
        "What does it send to `{name}`?",
        "ask entry": "`{fn}` receives {received}; the Jacobian is {local}. "
        "What is the first entry of the gradient it sends to `{name}`?",
        "ask leaf": "`{name}` receives {parts}; `{name}.grad` was {before}. What is it now?",
    },
}

# For handbook/explorer.py, which writes them all: its script has no words of its own.
EXPLORER: dict[str, dict[str, str]] = {
    "zh": {
        "input": "`{name}` 的值",
        "received": "`{name}` 收到的梯度",
        "sent": "送出的 `{name}`",
        "choose": "在 {names} 里选一格：用鼠标指、用手指点，或者按 Tab 键进去，再按方向键。",
        "legend": "送出的每个元素都是一个和，每一项是「收到的梯度 × 局部导数」。"
        "实线框标出选中的一格、它对应的输入，以及收到的梯度里用到的那几格。",
        "dashed": "虚线框标出充当局部导数的输入。",
        "sums": "全部算式",
        "factors": "第二个因数依次是 {factors}。",
        "nothing": "局部导数全是 0。",
    },
    "en": {
        "input": "value of `{name}`",
        "received": "gradient received by `{name}`",
        "sent": "sent: `{name}`",
        "choose": "Choose a cell of {names}: point at it, tap it, "
        "or go there with Tab and the arrow keys.",
        "legend": "Each entry sent is a sum of products: gradient received × local derivative. "
        "Solid frames mark the cell you choose, the input it belongs to, "
        "and the gradients received that it is made of.",
        "dashed": " Dashed frames mark the inputs that serve as local derivatives.",
        "sums": "All the sums",
        "factors": "The second factors, in order: {factors}.",
        "nothing": "All its local derivatives are 0.",
    },
}

# For handbook/curve.py and handbook/descent.py; `choice`, `slider`, `where`, `says` and
# `flat` go to docs/assets/figures/curve.js.
CURVE: dict[str, dict[str, str]] = {
    "zh": {
        "title": "{name} 的曲线，下面是它的导数，{leaf} 从 {first} 到 {last}；数值在后面的表里",
        "legend": "上图是函数，圆点处画着切线；下图是导数，圆点的高度就是切线的斜率。"
        "torch 算出的点连成了线。阴影处斜率的绝对值小于 {bound}。",
        "table": "图中的数字",
        "choice": "函数",
        "slider": "{leaf} 的值",
        "says": "`{name}`，{leaf} = {at}：函数值 {value}，斜率 {slope}。",
        "flat": "斜率的绝对值小于 {bound}，上游梯度在这里几乎传不过去。",
    },
    "en": {
        "title": "Curve of {name}, and below it its derivative, for {leaf} from {first} to {last}; "
        "the values are in the tables below",
        "legend": "Above, the function with its tangent at the dot. Below, the derivative: the dot "
        "is as high as the tangent is steep. Lines join the points that torch computed. "
        "Shaded: the slope is smaller than {bound} in absolute value.",
        "table": "The numbers in the picture",
        "choice": "Function",
        "slider": "Value of {leaf}",
        "says": "`{name}` at {leaf} = {at}: value {value}, slope {slope}.",
        "flat": " The slope is smaller than {bound} in absolute value; "
        "hardly any of the upstream gradient gets through.",
    },
}

DESCENT: dict[str, dict[str, str]] = {
    "zh": {
        "title": "{code} 的曲线，上面是学习率 {lr} 的 {steps} 步梯度下降，"
        "从 {start} 出发；数值在后面的表里",
        "legend": "每步从曲线上的圆点出发。箭头的长度是学习率 × 梯度，方向与梯度相反；"
        "虚线从箭头尖引回曲线，下一步从那里开始。大圆点处画着切线，斜率就是这一步的梯度。",
        "table": "图中的数字",
        "choice": "学习率",
        "slider": "第几步",
        "where": "第 {step} 步",
        "step": "步",
        "gradient": "梯度",
        "next": "下一个 {leaf}",
        "says": "{name}，第 {step} 步：{leaf} = {at}，函数值 {value}，梯度 {slope}。"
        "下一个 {leaf} 是 {next}。",
    },
    "en": {
        "title": "Curve of {code} with {steps} steps of gradient descent from {start} "
        "at learning rate {lr}; the values are in the tables below",
        "legend": "Each step starts at a dot on the curve. Its arrow is as long as "
        "learning rate × gradient and points against the gradient; a dashed line leads from its "
        "tip back to the curve, where the next step starts. The tangent at the large dot has the "
        "gradient of that step as its slope.",
        "table": "The numbers in the picture",
        "choice": "Learning rate",
        "slider": "Step",
        "where": "Step {step}",
        "step": "Step",
        "gradient": "Gradient",
        "next": "Next {leaf}",
        "says": "{name}, step {step}: at {leaf} = {at} the value is {value}, "
        "the gradient {slope}. The next {leaf} is {next}.",
    },
}
