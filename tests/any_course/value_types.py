"""Types of values, and what a test can do with a value of each; all is true where everything is in one process.

Of each type: its name, the imports and definitions that it needs, a value, what is true of it as the argument
`x` of a function, and as the value `v` by its attributes, methods, comparison, type, and items or operators.
"""

# fmt: off
TYPES: list[tuple[str, ...]] = [
    ("int", "", "7", "x+1==8", "v.real==7", "v.bit_length()==3", "v==7", "isinstance(v,int)", "v+1==8"),
    ("big int", "", "10**200", "x%10==0", "v.real==10**200", "v.bit_length()==665", "v==10**200", "isinstance(v,int)", "v%10==0"),
    ("float", "", "2.5", "x*2==5.0", "v.real==2.5", "v.is_integer() is False", "v==2.5", "isinstance(v,float)", "v*2==5"),
    ("bool", "", "True", "x is True", "v.real==1", "v.bit_length()==1", "v is True", "isinstance(v,bool)", "not v is False"),
    ("None", "", "None", "x is None", 'v.__class__.__name__=="NoneType"', "v.__bool__() is False", "v is None", "isinstance(v,type(None))", "not v"),
    ("str", "", '"abc"', 'x.upper()=="ABC"', "v.__class__ is str", 'v.upper()=="ABC"', 'v=="abc"', "isinstance(v,str)", 'v[0]=="a"'),
    ("bytes", "", 'b"ab\\x00"', "x[2]==0", "v.__class__ is bytes", 'v.hex()=="616200"', 'v==b"ab\\x00"', "isinstance(v,bytes)", "v[0]==97"),
    ("bytearray", "", 'bytearray(b"ab")', "x[0]==97", "v.__class__ is bytearray", 'v.hex()=="6162"', 'v==b"ab"', "isinstance(v,bytearray)", "v[0]==97"),
    ("complex", "", "1+2j", "x.imag==2", "v.imag==2", "v.conjugate()==1-2j", "v==1+2j", "isinstance(v,complex)", "abs(abs(v*v)-5)<1e-9"),
    ("list", "", '[1,[2,"a"],None]', "x[1][0]==2", "v.__class__ is list", "v.index(None)==2", 'v==[1,[2,"a"],None]', "isinstance(v,list)", 'v[1][1]=="a"'),
    ("tuple", "", "(1,(2,3))", "x[1]==(2,3)", "v.__class__ is tuple", "v.count(1)==1", "v==(1,(2,3))", "isinstance(v,tuple)", "v[1]==(2,3)"),
    ("dict", "", '{"a":1,(1,2):[3]}', "x[(1,2)]==[3]", "v.__class__ is dict", 'sorted(map(str,v.keys()))==["(1, 2)","a"]', 'v=={"a":1,(1,2):[3]}', "isinstance(v,dict)", 'v["a"]==1'),
    ("set", "", '{1,2,"x"}', '"x" in x', "v.__class__ is set", "v.issuperset({1})", 'v=={1,2,"x"}', "isinstance(v,set)", "1 in v"),
    ("frozenset", "", "frozenset({1,2})", "1 in x", "v.__class__ is frozenset", "v.issuperset({1})", "v==frozenset({1,2})", "isinstance(v,frozenset)", "1 in v"),
    ("range", "", "range(2,8,2)", "x.step==2", "v.step==2", "v.index(4)==1", "v==range(2,8,2)", "isinstance(v,range)", "v[1]==4"),
    ("dict with 5000 keys", "", "{i:i*i for i in range(5000)}", "x[70]==4900", "len(v)==5000", "v.get(70)==4900", "v=={i:i*i for i in range(5000)}", "isinstance(v,dict)", "v[70]==4900"),
    ("set of 5000", "", "set(range(5000))", "len(x)==5000", "len(v)==5000", "v.issuperset({1})", "v==set(range(5000))", "isinstance(v,set)", "1 in v"),
    ("OrderedDict", "from collections import OrderedDict", 'OrderedDict([("b",1),("a",2)])', 'list(x)==["b","a"]', "v.__class__ is OrderedDict", 'v.move_to_end("b") is None', 'v==OrderedDict([("b",1),("a",2)])', "isinstance(v,OrderedDict)", 'v["b"]==1'),
    ("defaultdict", "from collections import defaultdict", 'defaultdict(list,{"a":[1]})', 'x["zz"]==[]', "v.default_factory is list", 'v.get("a")==[1]', 'v=={"a":[1]}', "isinstance(v,defaultdict)", 'v["a"]==[1]'),
    ("Counter", "from collections import Counter", 'Counter("abca")', 'x["zz"]==0', "v.__class__ is Counter", 'v.most_common(1)==[("a",2)]', 'v==Counter("abca")', "isinstance(v,Counter)", 'v["zz"]==0'),
    ("deque", "from collections import deque", "deque([1,2,3],maxlen=5)", "x.maxlen==5", "v.maxlen==5", "v.count(1)==1", "v==deque([1,2,3],maxlen=5)", "isinstance(v,deque)", "v[0]==1"),
    ("namedtuple", 'from collections import namedtuple\nPt=namedtuple("Pt","x y")', "Pt(1,2)", "x.y==2", "v.y==2", 'v._asdict()=={"x":1,"y":2}', "v==Pt(1,2)", "isinstance(v,Pt)", "v[1]==2"),
    ("dataclass", "from dataclasses import dataclass\n@dataclass\nclass Pnt:\n    x: int\n    y: int\n    def norm(self): return self.x+self.y", "Pnt(1,2)", "x.y==2", "v.y==2", "v.norm()==3", "v==Pnt(1,2)", "isinstance(v,Pnt)", "Pnt(3,4).x==3"),
    ("Enum", "import enum\nclass Col(enum.Enum):\n    RED=1\n    BLUE=2", "Col.RED", "x.value==1", 'v.name=="RED"', "v.__hash__() is not None", "v is Col.RED", "isinstance(v,Col)", "Col(1)==v"),
    ("datetime", "import datetime", "datetime.datetime(2020,1,2,3)", "x.year==2020", "v.year==2020", 'v.isoformat()=="2020-01-02T03:00:00"', "v==datetime.datetime(2020,1,2,3)", "isinstance(v,datetime.datetime)", "(v-datetime.datetime(2020,1,1)).days==1"),
    ("date", "import datetime", "datetime.date(2020,1,2)", "x.year==2020", "v.year==2020", 'v.isoformat()=="2020-01-02"', "v==datetime.date(2020,1,2)", "isinstance(v,datetime.date)", "v>datetime.date(2019,1,1)"),
    ("timedelta", "import datetime", "datetime.timedelta(days=2)", "x.days==2", "v.days==2", "v.total_seconds()==172800", "v==datetime.timedelta(2)", "isinstance(v,datetime.timedelta)", "v*2==datetime.timedelta(4)"),
    ("Decimal", "from decimal import Decimal", 'Decimal("1.10")', 'str(x)=="1.10"', 'v.real==Decimal("1.1")', "v.is_nan() is False", 'v==Decimal("1.1")', "isinstance(v,Decimal)", 'v+1==Decimal("2.1")'),
    ("Fraction", "from fractions import Fraction", "Fraction(1,3)", "x.denominator==3", "v.numerator==1", "v.limit_denominator(10)==Fraction(1,3)", "v==Fraction(1,3)", "isinstance(v,Fraction)", "v*3==1"),
    ("Path", "from pathlib import Path", 'Path("a/b.txt")', 'x.suffix==".txt"', 'v.name=="b.txt"', 'v.with_suffix(".md")==Path("a/b.md")', 'v==Path("a/b.txt")', "isinstance(v,Path)", 'v.parent/"c"==Path("a/c")'),
    ("UUID", "import uuid", "uuid.UUID(int=5)", "x.int==5", "v.int==5", "v.__int__()==5", "v==uuid.UUID(int=5)", "isinstance(v,uuid.UUID)", 'str(v).endswith("5")'),
    ("re.Match", "import re", 're.search("b+","abbc")', 'x.group()=="bb"', 'v.string=="abbc"', 'v.group()=="bb"', "v.span()==(1,3)", "isinstance(v,re.Match)", 'v[0]=="bb"'),
    ("re.Pattern", "import re", 're.compile("b+")', 'x.pattern=="b+"', 'v.pattern=="b+"', 'v.findall("abbc")==["bb"]', 'v==re.compile("b+")', "isinstance(v,re.Pattern)", 'v.search("b") is not None'),
    ("generator", "import types", "(i*i for i in range(4))", "sum(x)==14", 'v.__name__=="<genexpr>"', "v.__next__()==0", "list(v)[-1]==9", "isinstance(v,types.GeneratorType)", "next(v)==0"),
    ("list iterator", "import collections.abc", "iter([1,2,3])", "next(x)==1", 'v.__class__.__name__=="list_iterator"', "v.__next__()==1", "list(v)==[1,2,3]", "isinstance(v,collections.abc.Iterator)", "next(v)==1"),
    ("zip", "", 'zip([1,2],"ab")', 'next(x)==(1,"a")', "v.__class__ is zip", 'v.__next__()==(1,"a")', 'list(v)==[(1,"a"),(2,"b")]', "isinstance(v,zip)", 'next(v)==(1,"a")'),
    ("map", "", "map(str,[1,2])", 'next(x)=="1"', "v.__class__ is map", 'v.__next__()=="1"', 'list(v)==["1","2"]', "isinstance(v,map)", 'next(v)=="1"'),
    ("dict.keys()", "", '{"a":1}.keys()', '"a" in x', 'v.__class__.__name__=="dict_keys"', 'v.isdisjoint({"b"})', 'v=={"a"}', 'hasattr(v,"isdisjoint")', '"a" in v'),
    ("lambda", "import types", "lambda a: a+1", "x(1)==2", 'v.__name__=="<lambda>"', "v.__call__(1)==2", "v(1)==2", "isinstance(v,types.FunctionType)", "callable(v)"),
    ("closure returned", "", "(lambda n: (lambda a: a+n))(5)", "x(1)==6", "v.__closure__[0].cell_contents==5", "v.__call__(1)==6", "v(1)==6", "callable(v)", "v(a=1)==6"),
    ("def with docstring, defaults", "import inspect", "documented", "x(1)==3", 'v.__doc__=="adds"', "v.__call__(1)==3", 'inspect.signature(v).parameters["b"].default==2', "inspect.isfunction(v)", '"return a+b" in inspect.getsource(v)'),
    ("builtin function", "import math", "math.sin", "x(0)==0", 'v.__name__=="sin"', "v.__call__(0)==0", "v is math.sin", "callable(v)", "v(0)==0"),
    ("functools.partial", "import functools", "functools.partial(pow,2)", "x(3)==8", "v.args==(2,)", "v.__call__(3)==8", "v(3)==8", "isinstance(v,functools.partial)", "v.func is pow"),
    ("class (itself)", "", "Dog", 'x("a").name=="a"', 'v.kind=="dog"', 'v.make("b").name=="b"', "v is Dog", "isinstance(v,type)", 'v("c").name=="c"'),
    ("instance of a student's class", "", 'Dog("rex")', 'x.name=="rex"', 'v.name=="rex"', 'v.bark(2)=="rexrex"', 'v==Dog("rex")', "isinstance(v,Dog)", 'v.tricks.append("sit") is None and v.tricks==["sit"]'),
    ("instance with dunders", "", "Vec([1,2])", "len(x)==2", "v.items==[1,2]", "v.scaled(2).items==[2,4]", "v==Vec([1,2])", "isinstance(v,Vec)", 'len(v)==2 and v[1]==2 and (v+v).items==[2,4] and list(v)==[1,2] and 1 in v and str(v)=="Vec[1, 2]"'),
    ("callable instance", "", "Adder(3)", "x(1)==4", "v.n==3", "v.add(1)==4", "v(1)==4", "isinstance(v,Adder)", "callable(v)"),
    ("subclass of list", "", "Stack([1,2])", "x.top()==2", "v.size==2", "v.top()==2", "v==[1,2]", "isinstance(v,Stack)", "v[0]==1"),
    ("exception instance", "", 'ValueError("bad")', 'str(x)=="bad"', 'v.args==("bad",)', "v.with_traceback(None) is v", 'str(v)=="bad"', "isinstance(v,ValueError)", "repr(v)==\"ValueError('bad')\""),
    ("module", "import math", "math", "x.pi>3", "v.pi>3", "v.sqrt(4)==2", "v is math", "isinstance(v,type(math))", "v.floor(2.5)==2"),
    ("open file", "", 'open("f.txt","w+")', 'x.write("a")==1', 'v.name=="f.txt"', 'v.write("a")==1', "v.closed is False", 'hasattr(v,"read")', 'v.mode=="w+"'),
    ("StringIO", "import io", 'io.StringIO("ab")', 'x.read()=="ab"', "v.closed is False", 'v.getvalue()=="ab"', 'v.read()=="ab"', "isinstance(v,io.StringIO)", 'list(v)==["ab"]'),
    ("ndarray", "import numpy as np", "np.arange(6.).reshape(2,3)", "x.shape==(2,3)", "v.shape==(2,3)", "v.sum()==15", "(v==np.arange(6.).reshape(2,3)).all()", "isinstance(v,np.ndarray)", "v[1,2]==5"),
    ("object array", "import numpy as np", 'np.array([1,"a",None],dtype=object)', 'x[1]=="a"', "v.dtype==object", 'v.tolist()==[1,"a",None]', '(v==np.array([1,"a",None],dtype=object)).all()', "isinstance(v,np.ndarray)", 'v[1]=="a"'),
    ("datetime64 array", "import numpy as np", 'np.array(["2020-01-02"],dtype="datetime64[D]")', 'str(x[0])=="2020-01-02"', 'v.dtype==np.dtype("datetime64[D]")', 'v.astype(str).tolist()==["2020-01-02"]', 'v[0]==np.datetime64("2020-01-02")', "isinstance(v,np.ndarray)", '(v+1)[0]==np.datetime64("2020-01-03")'),
    ("structured array", "import numpy as np", 'np.array([(1,2.5)],dtype=[("a",int),("b",float)])', 'x["b"][0]==2.5', 'v.dtype.names==("a","b")', "v.tolist()==[(1,2.5)]", 'v["a"][0]==1', "isinstance(v,np.ndarray)", 'v["b"].sum()==2.5'),
    ("masked array", "import numpy as np", "np.ma.array([1,2],mask=[0,1])", "x.mask[1]", "v.mask[1]", "v.filled(9).tolist()==[1,9]", "v.sum()==1", "isinstance(v,np.ma.MaskedArray)", "v.count()==1"),
    ("np.float64", "import numpy as np", "np.float64(1.5)", "x.dtype==np.float64", "v.dtype==np.float64", "v.item()==1.5", "v==1.5", "isinstance(v,np.floating)", "v+1==2.5"),
    ("np.random.Generator", "import numpy as np", "np.random.default_rng(3)", "x.random()==np.random.default_rng(3).random()", 'type(v.bit_generator).__name__=="PCG64"', "v.random()==np.random.default_rng(3).random()", "v.integers(0,9)==np.random.default_rng(3).integers(0,9)", "isinstance(v,np.random.Generator)", "v.normal(size=2).shape==(2,)"),
    ("Polynomial", "import numpy as np", "np.polynomial.Polynomial([1,2])", "x(2)==5", "v.coef.tolist()==[1,2]", "v.degree()==1", "v==np.polynomial.Polynomial([1,2])", "isinstance(v,np.polynomial.Polynomial)", "v(2)==5"),
    ("poly1d", "import numpy as np", "np.poly1d([1,2])", "x(2)==4", "v.order==1", "v.deriv()(0)==1", "v==np.poly1d([1,2])", "isinstance(v,np.poly1d)", "v(2)==4"),
    ("scipy.sparse", "import numpy as np\nimport scipy.sparse", "scipy.sparse.csr_matrix(np.eye(2))", "x.nnz==2", "v.shape==(2,2)", "v.toarray()[0,0]==1", "(v!=scipy.sparse.csr_matrix(np.eye(2))).nnz==0", "scipy.sparse.issparse(v)", "v[0,0]==1"),
    ("OptimizeResult", "import scipy.optimize", "scipy.optimize.minimize_scalar(lambda t:(t-1)**2)", "abs(x.x-1)<1e-6", "abs(v.x-1)<1e-6", "v.keys() is not None", 'abs(v["x"]-1)<1e-6', "isinstance(v,scipy.optimize.OptimizeResult)", "v.success"),
    ("DataFrame", "import pandas as pd", 'pd.DataFrame({"a":[1,2],"b":["x","y"]})', 'x["a"].sum()==3', "v.shape==(2,2)", "v.describe().shape[1]==1", 'v.equals(pd.DataFrame({"a":[1,2],"b":["x","y"]}))', "isinstance(v,pd.DataFrame)", 'v["a"].iloc[1]==2 and v.loc[0,"b"]=="x"'),
    ("DataFrame, dates and categories", "import pandas as pd", 'pd.DataFrame({"d":pd.to_datetime(["2020-01-01","2020-01-02"]),"c":pd.Categorical(["u","v"])}).set_index("d")', "x.index.year[0]==2020", 'v.index.name=="d"', 'v.resample("D").size().sum()==2', 'v.c.cat.categories.tolist()==["u","v"]', "isinstance(v.index,pd.DatetimeIndex)", 'v.loc["2020-01-02","c"]=="v"'),
    ("Series", "import pandas as pd", 'pd.Series([1.,2.],index=["a","b"],name="s")', 'x["b"]==2', 'v.name=="s"', "v.mean()==1.5", '(v==pd.Series([1.,2.],index=["a","b"])).all()', "isinstance(v,pd.Series)", 'v["a"]==1'),
    ("Index", "import pandas as pd", 'pd.Index(["a","b"])', 'x[0]=="a"', "v.size==2", 'v.tolist()==["a","b"]', '(v==["a","b"]).all()', "isinstance(v,pd.Index)", '"a" in v'),
    ("Timestamp", "import pandas as pd", 'pd.Timestamp("2020-01-02")', "x.year==2020", "v.year==2020", 'v.isoformat()=="2020-01-02T00:00:00"', 'v==pd.Timestamp("2020-01-02")', "isinstance(v,pd.Timestamp)", 'v+pd.Timedelta("1D")==pd.Timestamp("2020-01-03")'),
    ("GroupBy", "import pandas as pd", 'pd.DataFrame({"g":[1,1,2],"a":[1,2,3]}).groupby("g")', "x.ngroups==2", "v.ngroups==2", 'v.sum()["a"].tolist()==[3,3]', "len(v)==2", '"GroupBy" in type(v).__name__', 'v["a"].mean().tolist()==[1.5,3]'),
    ("sympy Expr", "import sympy", 'sympy.Symbol("t")**2+1', 'x.subs("t",2)==5', 'v.free_symbols=={sympy.Symbol("t")}', 'v.diff("t")==2*sympy.Symbol("t")', 'v==sympy.Symbol("t")**2+1', "isinstance(v,sympy.Expr)", 'sympy.simplify(v-1)==sympy.Symbol("t")**2'),
    ("sympy Matrix", "import sympy", "sympy.Matrix([[1,2],[3,4]])", "x.det()==-2", "v.shape==(2,2)", "v.det()==-2", "v==sympy.Matrix([[1,2],[3,4]])", "isinstance(v,sympy.MatrixBase)", "v[0,1]==2"),
    ("Figure", "import matplotlib.pyplot as plt", "plt.figure()", "len(x.axes)==0", "len(v.axes)==0", "v.get_size_inches()[0]>0", "v.number>=1", "isinstance(v,plt.Figure)", "v.add_subplot(111) is not None"),
    ("Axes", "import matplotlib.pyplot as plt", "plotted()", 'x.get_xlabel()=="time"', 'v.title.get_text()=="T"', 'v.get_xlabel()=="time"', "v.lines[0].get_xydata()[1,1]==4", "isinstance(v,plt.Axes)", "len(v.lines)==1"),
    ("plt.gca() (no variable)", "import matplotlib.pyplot as plt", "plotted() and 0", "x==0", 'plt.gca().get_title()=="T"', 'plt.gca().get_xlabel()=="time"', "len(plt.get_fignums())>=1", "isinstance(plt.gca(),plt.Axes)", "plt.gcf().axes[0].lines[0].get_xdata()[1]==2"),
    ("sklearn estimator, fitted", "import numpy as np\nfrom sklearn.linear_model import LinearRegression", "LinearRegression().fit(np.array([[0.],[1.]]),[1,3])", "abs(x.predict([[2.]])[0]-5)<1e-9", "abs(v.coef_[0]-2)<1e-9", "abs(v.predict(np.array([[2.]]))[0]-5)<1e-9", 'v.get_params()["fit_intercept"] is True', "isinstance(v,LinearRegression)", "v.score(np.array([[0.],[1.]]),[1,3])==1"),
    ("sqlite3 connection", "import sqlite3", "database()", 'x.execute("select 2").fetchone()==(2,)', "v.total_changes>=0", 'v.execute("select count(*) from t").fetchone()==(1,)', 'list(v.execute("select a from t"))==[(5,)]', "isinstance(v,sqlite3.Connection)", "v.cursor() is not None"),
    ("PIL Image", "import PIL.Image", 'PIL.Image.new("RGB",(3,2))', "x.size==(3,2)", "v.size==(3,2)", "v.getpixel((0,0))==(0,0,0)", 'v.mode=="RGB"', "isinstance(v,PIL.Image.Image)", "v.resize((1,1)).size==(1,1)"),
    ("ipywidget", "import ipywidgets", "ipywidgets.IntSlider(value=3)", "x.value==3", "v.value==3", 'v.set_trait("value",4) is None and v.value==4', "v.max==100", "isinstance(v,ipywidgets.IntSlider)", "v.min==0"),
    ("type object (int)", "", "int", 'x("3")==3', 'v.__name__=="int"', 'v.from_bytes(b"\\x01","big")==1', "v is int", "isinstance(v,type)", 'v("3")==3'),
]
# fmt: on

USES = ["argument", "result", "variable", "attribute", "method", "comparison", "isinstance", "item"]
USED_UP = {  # or changed by a test
    *("generator", "list iterator", "zip", "map", "StringIO", "np.random.Generator", "OrderedDict"),
}
STUDENT = """
def documented(a, b=2):
    "adds"
    return a+b
class Dog:
    kind = "dog"
    def __init__(self, name): self.name = name; self.tricks = []
    def bark(self, n): return self.name*n
    def __eq__(self, other): return isinstance(other, Dog) and self.name == other.name
    __hash__ = None
    @classmethod
    def make(cls, name): return cls(name)
class Vec:
    def __init__(self, items): self.items = list(items)
    def scaled(self, k): return Vec([k*i for i in self.items])
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __add__(self, other): return Vec([a+b for a, b in zip(self.items, other.items)])
    def __iter__(self): return iter(self.items)
    def __contains__(self, i): return i in self.items
    def __eq__(self, other): return self.items == other.items
    def __str__(self): return f"Vec{self.items}"
class Adder:
    def __init__(self, n): self.n = n
    def add(self, a): return a+self.n
    def __call__(self, a): return a+self.n
class Stack(list):
    @property
    def size(self): return len(self)
    def top(self): return self[-1]
def plotted():
    import matplotlib.pyplot as plt
    fig, ax = plt.subplots(); ax.plot([1, 2], [3, 4]); ax.set_xlabel("time"); ax.set_title("T")
    return ax
def database():
    import sqlite3
    c = sqlite3.connect(":memory:"); c.execute("create table t(a)"); c.execute("insert into t values(5)")
    return c
"""


def answers() -> list[tuple[str, str]]:
    """Return the imports and the student's cell of each type."""
    found = []
    for n, (_, needed, value, use, *_) in enumerate(TYPES):
        lines = needed.split("\n")
        imports = [line for line in lines if line.startswith(("import", "from"))]
        own = [line for line in lines if line not in imports]
        made = [f"def make_{n}():\n    return {value}", f"v{n} = {value}"]
        used = f"def take_{n}(x):\n    return bool({use})"
        found.append(("\n".join(imports), "\n".join([*own, *made, used])))
    return found


def checks(n: int) -> dict[str, str]:
    """Return the test of each use of a type."""
    name, _, value, _, attribute, method, comparison, kind, item = TYPES[n]
    get = f"v = make_{n}()" if name in USED_UP else f"v = v{n}"
    found = {"argument": f"assert take_{n}({value})", "result": f"v = make_{n}()\nassert {comparison}"}
    found["variable"] = f"v = v{n}\nassert {comparison}"
    uses = zip(USES[3:], (attribute, method, comparison, kind, item), strict=True)
    return found | {use: f"{get}\nassert {test}" for use, test in uses}
