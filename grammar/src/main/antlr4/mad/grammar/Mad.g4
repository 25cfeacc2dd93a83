/*
 * The grammar of MAD, written to be read as the language's manual.
 *
 * Two things happen between lexer and parser (see mad.syntax): `///` comments are hidden, and found by position; and an identifier that follows a number and spells a unit (`1.8 G`, `30 ms`) becomes a UNIT token, so that
 * `let r = 8 relu` in a block is a number and then a layer.
 *
 * The grammar is clean: no ambiguity under exact detection, and SLL prediction equals LL (tested over the whole corpus).
 */
grammar Mad;

file : item* EOF ;

// ---------------------------------------------------------------------------------------------------------------- items

item
    : importItem | letItem | metricItem | blockItem | spaceItem | budgetItem
    | designItem | checkItem | tableItem | sweepItem | frontierItem
    ;

importItem : 'import' (STRING | path) ('{' importName (',' importName)* ','? '}' | 'as' name)? ;
importName : name ('as' name)? ;
path       : name ('.' name)* ;

letItem    : 'let' name params? (':' type)? '=' expr ;
metricItem : 'metric' name params? (':' type)? '=' expr ;

params : '(' (param (',' param)* ','?)? ')' ;
param  : 'once'? name ':' type ('=' expr)? ;
type   : 'list' 'of' type | '{' fieldType (',' fieldType)* ','? '}' | ID | 'stage' ;
fieldType : name ':' type ;

blockItem : 'block' name params? body ;

spaceItem : 'space' name params? ('extends' use)? '{' member* '}' ;
member
    : 'input' name args                                     # inputMember
    | letItem                                               # letMember
    | 'var' name 'in' expr                                  # varMember
    | kind=('stem' | 'stage' | 'head') (name ':')? content ('x' expr)?  # partMember
    | 'output' name (',' name)*                             # outputMember
    | 'require' expr                                        # requireMember
    ;
content : body | application ('or' application)* ;

budgetItem : 'budget' name params? ('extends' use)? '{' (expr (',' expr)* ','?)? '}' ;

designItem : 'design' name params? (('of' | 'extends') use)? '{' clause* '}' ;
clause
    : 'within' use (',' use)*                               # withinClause
    | letItem                                               # letClause
    | 'require' expr                                        # requireClause
    | sense=('maximize' | 'minimize') expr                  # goalClause
    | 'prefer' expr ('weight' expr)?                        # preferClause
    | 'report' expr (',' expr)*                             # reportClause
    ;

checkItem : 'check' use '{' (expr (',' expr)* ','?)? '}' ;

tableItem : 'table' name 'from' STRING 'key' '(' name (',' name)* ','? ')' 'value' name ('*' expr)? ;

sweepItem    : 'sweep' name 'of' use '{' (axis (',' axis)* ','?)? '}' ;
axis         : name 'in' expr ;
frontierItem : 'frontier' name 'of' use '{' goal goal 'points' expr '}' ;
goal         : sense=('maximize' | 'minimize') expr ;

use : path args? ;

// --------------------------------------------------------------------------------------------------------------- blocks

body : '{' statement* '}' ;
statement
    : letItem                                               # letStatement
    | conditional                                           # ifStatement
    | 'repeat' expr body                                    # repeatStatement
    | 'body'                                                # bodyStatement
    | application                                           # applyStatement
    ;
conditional : 'if' expr body ('else' (conditional | body))? ;
application : path args? branch* ;
branch      : ('when' expr)? body ;

// ---------------------------------------------------------------------------------------------------------- expressions

expr
    : 'if' expr 'then' expr 'else' expr                     # ifExpr
    | 'for' binders ':' expr                                # forAllExpr
    | disjunction                                           # plainExpr
    ;
disjunction : conjunction ('or' conjunction)* ;
conjunction : negation ('and' negation)* ;
negation    : 'not' negation | comparison ;
comparison  : range (('is' | 'inside') path | (compareOp range)+)? ;
compareOp   : '<=' | '<' | '>=' | '>' | '==' | '!=' ;
range       : additive ('..' additive ('step' additive)?)? ;
additive    : multiplicative (('+' | '-') multiplicative)* ;
multiplicative : unary (('*' | '/' | 'of') unary)* ;
unary       : '-' unary | power ;
power       : selection ('^' unary)? ;
selection   : postfix ('upto' postfix)? ;
postfix     : primary suffix* ;
suffix
    : '.' fieldName                                         # memberSuffix
    | '[' expr ']'                                          # indexSuffix
    | args                                                  # callSuffix
    ;
primary
    : NUMBER UNIT?                                          # numberPrimary
    | STRING                                                # textPrimary
    | ('true' | 'false')                                    # boolPrimary
    | (name | 'in')                                         # namePrimary
    | '(' expr ')'                                          # groupPrimary
    | '[' (expr ('for' binders | (',' expr)* ','?))? ']'    # listPrimary
    | '{' fieldValue (',' fieldValue)* ','? '}'             # recordPrimary
    | '{' expr (',' expr)* ','? '}'                         # setPrimary
    ;
fieldValue : name ':' expr ;

args
    : '(' binders (':' expr)? ')'                           # aggregateArgs
    | '(' (arg (',' arg)* ','?)? ')'                        # plainArgs
    ;
arg     : (fieldName ':')? expr ;
binders : binder (',' binder)* ('where' expr)? ;
binder  : name 'in' expr ;

// ---------------------------------------------------------------------------------------------------------------- names

/** Words that are keywords in one place only and names everywhere else. */
name : ID | 'x' | 'weight' | 'key' | 'value' | 'from' | 'list' | 'once' | 'points' | 'report' | 'table' ;

/** After a dot or before a colon any word is a name. */
fieldName
    : name | 'in' | 'stem' | 'stage' | 'head' | 'input' | 'output' | 'step' | 'block' | 'space' | 'budget' | 'design'
    | 'metric' | 'check' | 'body' | 'repeat' | 'of' | 'is' | 'var'
    ;

// --------------------------------------------------------------------------------------------------------------- tokens

DOC     : '///' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n\uFEFF\u00A0]+ -> channel(HIDDEN) ;

/** The one unit with a spelling of its own; the others are retyped identifiers. */
UNIT    : '%' ;
NUMBER  : DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? ;
STRING  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
OPEN_STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* ;
ID      : [\p{L}_] [\p{L}\p{N}_]* ;

fragment DIGITS : [0-9] [0-9_]* ;

/** Anything else, so that junk is one parser error and never a cascade of lexer errors; what only binary files hold is one token a run, as there may be a million. */
JUNK : [\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]+ | . ;
