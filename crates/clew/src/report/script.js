(function(){
"use strict";
// Jumps open the folds they lead into.
function unfold(){
  var id=decodeURIComponent(location.hash.slice(1)),at=id&&document.getElementById(id);
  if(!at)return;
  for(var up=at;up;up=up.parentElement){if(up.tagName==="DETAILS")up.open=true;if(up.hidden)up.hidden=false;}
  at.scrollIntoView();
}
addEventListener("hashchange",unfold);unfold();
addEventListener("beforeprint",function(){document.querySelectorAll("details").forEach(function(one){one.open=true;});});
// Filters over the claims.
var box=document.getElementById("filters"),rows=[].slice.call(document.querySelectorAll("#claims .claim:not(.quote)"));
if(!box||!rows.length)return;
var words=document.createElement("input");words.type="search";words.placeholder="Words, source, file …";words.setAttribute("aria-label","Filter claims by words");
var said=document.createElement("output");
function choice(name,label){
  var select=document.createElement("select"),seen={};select.setAttribute("aria-label",label);
  select.add(new Option(label,""));
  rows.forEach(function(row){seen[row.dataset[name]]=1;});
  Object.keys(seen).sort().forEach(function(value){select.add(new Option(value,value));});
  select.dataset.name=name;return select;
}
var choices=[choice("certainty","any certainty"),choice("polarity","any polarity"),choice("kind","any kind")];
[words].concat(choices,[said]).forEach(function(one){box.append(one);});
function filter(){
  var wanted=words.value.toLowerCase(),shown=0;
  rows.forEach(function(row){
    var article=row.closest("article"),meta=article&&article.firstElementChild?article.firstElementChild.textContent+" "+article.children[1].textContent:"";
    var fits=(row.textContent+" "+meta).toLowerCase().indexOf(wanted)>=0&&choices.every(function(one){return !one.value||row.dataset[one.dataset.name]===one.value;});
    row.hidden=!fits;if(fits)shown++;
  });
  document.querySelectorAll("#claims article").forEach(function(article){
    var all=article.querySelectorAll(".claim:not(.quote)");
    if(all.length)article.hidden=![].some.call(all,function(row){return !row.hidden;});
  });
  said.textContent=shown+" of "+rows.length+" claims";
}
[words].concat(choices).forEach(function(one){one.addEventListener("input",filter);});
filter();
})();
